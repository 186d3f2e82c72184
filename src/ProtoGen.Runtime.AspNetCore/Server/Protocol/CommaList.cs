namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The items of a header that separates them by commas, without the white space around them.</summary>
internal ref struct CommaList(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    private bool _isAtEnd;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly CommaList GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isAtEnd)
            return false;
        var comma = _rest.IndexOf(',');
        _isAtEnd = comma < 0;
        Current = (_isAtEnd ? _rest : _rest[..comma]).Trim();
        _rest = _isAtEnd ? default : _rest[(comma + 1)..];
        return true;
    }
}
