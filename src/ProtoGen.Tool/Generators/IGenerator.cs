using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Generators;

/// <summary>Generates files from linked .proto files.</summary>
internal interface IGenerator
{
    /// <summary>Adds files to the output. Returns an error; null if there is none.</summary>
    string? Generate(Generation generation, OutputFolder output);
}
