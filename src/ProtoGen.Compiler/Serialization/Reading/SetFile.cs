using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>A file of a descriptor set. Few files of a large set may be needed, so a file is parsed at its first use.</summary>
public sealed class SetFile
{
    private WireReader _content;

    internal SetFile(WireReader content, bool readsSourceInfo)
    {
        _content = content;
        Parsed = new Lazy<ParsedFile>(
            () => TryParse(_content, readsSourceInfo) ?? throw new InvalidOperationException("The file was not checked."));
    }

    /// <summary>Gets the top-level declarations of the file. It is empty before <see cref="TryCheck"/>.</summary>
    public SetFileHead Head { get; private set; } = SetFileHead.Empty;

    /// <summary>Gets the file as if it had been parsed. It must have passed <see cref="TryCheck"/>.</summary>
    public Lazy<ParsedFile> Parsed { get; }

    /// <summary>Checks the whole file and reads its head. Returns false if the file is malformed.</summary>
    public bool TryCheck()
    {
        var cleaner = new SetCleaner();
        if (!cleaner.TryClean(_content, out _content)) return false;
        Head = SetFileHead.Read(_content);

        // Only their required fields can still be missing.
        return !cleaner.HasUninterpretedOptions || TryParse(_content, readsSourceInfo: false) is not null;
    }

    internal static ParsedFile? TryParse(WireReader content, bool readsSourceInfo)
    {
        var file = new FileNodeReader(readsSourceInfo);
        return file.TryRead(content) ? new ParsedFile(file.Node, SourceText.From(""), [], hasErrors: false, file.Locations) : null;
    }
}
