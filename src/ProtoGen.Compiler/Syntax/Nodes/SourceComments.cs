using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>The comments that belong to one element; each without its comment marks, as protoc stores it. Read from the text when asked for.</summary>
public sealed class SourceComments
{
    private readonly SourceText _source;
    private readonly TextSpan _leading;
    private readonly TextSpan _trailing;
    private readonly TextSpan[] _detached;

    internal SourceComments(SourceText source, TextSpan leading, TextSpan trailing, TextSpan[] detached)
    {
        _source = source;
        _leading = leading;
        _trailing = trailing;
        _detached = detached;
    }

    /// <summary>The comment right before the element; null when there is none.</summary>
    public string? Leading => GetString(_leading);

    /// <summary>The comment right behind the element's first line; null when there is none.</summary>
    public string? Trailing => GetString(_trailing);

    /// <summary>The comments before the leading one, set off by blank lines.</summary>
    public IReadOnlyList<string> LeadingDetached =>
        _detached.Length == 0 ? [] : Array.ConvertAll(_detached, comment => CommentText.GetString(_source, comment));

    /// <summary>The leading comment in UTF-8; null when there is none.</summary>
    internal byte[]? GetLeadingBytes() => GetBytes(_leading);

    /// <summary>The trailing comment in UTF-8; null when there is none.</summary>
    internal byte[]? GetTrailingBytes() => GetBytes(_trailing);

    /// <summary>The number of detached comments.</summary>
    internal int DetachedCount => _detached.Length;

    /// <summary>A detached comment in UTF-8.</summary>
    internal byte[] GetDetachedBytes(int index) => CommentText.GetBytes(_source, _detached[index]);

    private string? GetString(TextSpan comment) => comment.Length == 0 ? null : CommentText.GetString(_source, comment);

    private byte[]? GetBytes(TextSpan comment) => comment.Length == 0 ? null : CommentText.GetBytes(_source, comment);
}
