using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Project.Items;
using CompilerText = ProtoGen.Compiler.Text.SourceText;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>The text of a .proto file among the compiler's additional files.</summary>
internal sealed class AdditionalTextContent : ProtoContent
{
    // The compiler creates a new AdditionalText for a changed text. Keeping one content object for each preserves the syntax tree when only
    // options of the project change.
    private static readonly ConditionalWeakTable<AdditionalText, AdditionalTextContent> Contents = new();

    private readonly AdditionalText _file;

    private AdditionalTextContent(AdditionalText file) => _file = file;

    /// <summary>Returns the content of an additional file.</summary>
    public static AdditionalTextContent Get(AdditionalText file) => Contents.GetValue(file, static file => new AdditionalTextContent(file));

    /// <inheritdoc/>
    protected override CompilerText? Read(CancellationToken cancellation) =>
        _file.GetText(cancellation) is { } text ? CompilerText.From(text.ToString()) : null;
}
