using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Generators;

/// <summary>Makes files from linked ones.</summary>
internal interface IGenerator
{
    /// <summary>Adds files to the output. Returns what went wrong; null if nothing did.</summary>
    string? Generate(Generation generation, OutputFolder output);
}
