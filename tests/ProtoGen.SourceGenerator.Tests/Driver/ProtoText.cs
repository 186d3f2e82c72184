using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>A .proto file in memory, in the form in which the compiler passes it to generators.</summary>
internal sealed class ProtoText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

/// <summary>A missing .proto file, in the form in which the compiler passes it to generators.</summary>
internal sealed class MissingText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
}
