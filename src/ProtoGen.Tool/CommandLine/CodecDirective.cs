namespace ProtoGen.Tool.CommandLine;

/// <summary>A conversion: <c>--encode</c>, <c>--decode</c> or <c>--decode_raw</c>.</summary>
/// <param name="IsEncoding">Whether the result is binary.</param>
/// <param name="TypeName">The full name of the message; empty for <c>--decode_raw</c>.</param>
internal sealed record CodecDirective(bool IsEncoding, string TypeName)
{
    /// <summary>Gets whether the conversion has no schema.</summary>
    public bool IsRaw => TypeName.Length == 0;
}
