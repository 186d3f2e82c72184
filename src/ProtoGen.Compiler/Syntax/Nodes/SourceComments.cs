using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>
/// The comments of one element without their comment marks, as protoc stores them. They are read from the text when they are needed.
/// </summary>
public sealed class SourceComments
{
    private readonly SourceText? _source;
    private readonly TextSpan _leading;
    private readonly TextSpan _trailing;
    private readonly TextSpan[]? _detached;
    private readonly byte[]? _leadingBytes;
    private readonly byte[]? _trailingBytes;
    private readonly byte[][] _detachedBytes = [];

    internal SourceComments(SourceText source, TextSpan leading, TextSpan trailing, TextSpan[] detached)
    {
        _source = source;
        _leading = leading;
        _trailing = trailing;
        _detached = detached;
    }

    /// <summary>Creates an instance from the comments in a descriptor set, which have no comment marks.</summary>
    internal SourceComments(byte[]? leading, byte[]? trailing, byte[][] detached)
    {
        _leadingBytes = leading;
        _trailingBytes = trailing;
        _detachedBytes = detached;
    }

    /// <summary>Gets the comment directly before the element; null if there is none.</summary>
    public string? Leading => GetString(GetLeadingBytes());

    /// <summary>Gets the comment directly after the element's first line; null if there is none.</summary>
    public string? Trailing => GetString(GetTrailingBytes());

    /// <summary>Gets the comments before the leading one that blank lines separate from it.</summary>
    public IReadOnlyList<string> LeadingDetached
    {
        get
        {
            var texts = new string[DetachedCount];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = Utf8.GetString(GetDetachedBytes(i));
            }

            return texts;
        }
    }

    /// <summary>Gets the number of detached comments.</summary>
    internal int DetachedCount => _detached?.Length ?? _detachedBytes.Length;

    /// <summary>Returns the leading comment in UTF-8; null if there is none.</summary>
    internal byte[]? GetLeadingBytes() => _source is null ? _leadingBytes : GetBytes(_source, _leading);

    /// <summary>Returns the trailing comment in UTF-8; null if there is none.</summary>
    internal byte[]? GetTrailingBytes() => _source is null ? _trailingBytes : GetBytes(_source, _trailing);

    /// <summary>Returns a detached comment in UTF-8.</summary>
    internal byte[] GetDetachedBytes(int index) =>
        _source is null ? _detachedBytes[index] : CommentText.GetBytes(_source, _detached![index]);

    private static string? GetString(byte[]? comment) => comment is null ? null : Utf8.GetString(comment);

    private static byte[]? GetBytes(SourceText source, TextSpan comment) =>
        comment.Length == 0 ? null : CommentText.GetBytes(source, comment);
}
