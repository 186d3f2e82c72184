using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Testing.Generated;

/// <summary>Generates C# with ProtoGen.</summary>
public static class OurCode
{
    /// <summary>Returns the classes of each file, with or without the span path.</summary>
    public static IReadOnlyList<string> Generate(IEnumerable<ProtoSource> protos, bool hasRuntime = true) =>
        Generate(protos, CSharpOptions.Default with { HasRuntime = hasRuntime });

    /// <summary>Returns the classes of each file.</summary>
    public static IReadOnlyList<string> Generate(IEnumerable<ProtoSource> protos, CSharpOptions csharp)
    {
        var options = ParseOptions.Default with { RecordLocations = true };
        var parsed = protos.Select(proto => ProtoParser.Parse(proto.Name, SourceText.From(proto.Text), options)).ToArray();
        var linked = Linker.Link(parsed);
        if (linked.HasErrors)
        {
            throw new InvalidOperationException(string.Join(
                '\n', linked.Diagnostics.Select(error => $"{error.File}:{error.Line}: {error.Message}")));
        }

        return [.. linked.Files.Select(file => MessagesEmitter.Emit(CSharpModelBuilder.Build(file.File!, csharp)))];
    }
}
