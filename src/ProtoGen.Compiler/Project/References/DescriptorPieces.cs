namespace ProtoGen.Compiler.Project.References;

/// <summary>Joins the pieces of a descriptor.</summary>
/// <remarks>
/// An assembly stores equal literals only once, where they are first used, so a piece may be missing. It is then equal to one of the
/// earlier pieces, and the binary format reveals which one fits.
/// </remarks>
internal sealed class DescriptorPieces
{
    /// <summary>The number of bytes in each piece except the last one.</summary>
    public const int FullLength = 45;

    // Real files need far fewer attempts. The limit bounds the time for malicious input.
    private const int MostTries = 20_000;

    // syntax = "proto3", the last field of most files.
    private static readonly byte[] Proto3 = [0x62, 6, (byte)'p', (byte)'r', (byte)'o', (byte)'t', (byte)'o', (byte)'3'];

    private readonly IReadOnlyList<byte[]?> _pieces;
    private readonly int _start;
    private readonly int _end;
    private readonly bool _isProto3;
    private readonly List<byte> _joined = [];
    private int _tries;

    private DescriptorPieces(IReadOnlyList<byte[]?> pieces, int start, int end, bool isProto3)
    {
        _pieces = pieces;
        _start = start;
        _end = end;
        _isProto3 = isProto3;
    }

    /// <summary>
    /// Returns the descriptor whose first piece is at <paramref name="start"/> and whose full pieces end before <paramref name="end"/>;
    /// null if no combination of pieces fits.
    /// </summary>
    public static byte[]? Join(IReadOnlyList<byte[]?> pieces, int start, int end) =>
        Join(pieces, start, end, isProto3: true) ?? Join(pieces, start, end, isProto3: false);

    // The end that most files have is certain to be right. Any other end that fits may be too early.
    private static byte[]? Join(IReadOnlyList<byte[]?> pieces, int start, int end, bool isProto3)
    {
        var joining = new DescriptorPieces(pieces, start, end, isProto3);
        return joining.Append(start, start + 1) ? joining._joined.ToArray() : null;
    }

    private bool Append(int piece, int next)
    {
        if (++_tries > MostTries) return false;
        var length = _joined.Count;
        _joined.AddRange(_pieces[piece]!);
        if (Continue(_pieces[piece]!.Length, next)) return true;
        _joined.RemoveRange(length, _joined.Count - length);
        return false;
    }

    private bool Continue(int lastLength, int next)
    {
        var state = DescriptorPrefix.Check(_joined);
        if (state == PrefixState.Invalid) return false;
        if (state == PrefixState.Whole && next >= _end && (!_isProto3 || EndsAsProto3())) return true;
        if (lastLength != FullLength) return false;
        // After the full pieces comes the last piece, or another literal that looks like one.
        if (next <= _end && next < _pieces.Count && _pieces[next] is not null && Append(next, next + 1)) return true;
        foreach (var earlier in GetEarlier())
        {
            if (Append(earlier, next))
                return true;
        }

        return false;
    }

    // Pieces repeat where the text before them repeats, so first try those that follow the same bytes.
    private int[] GetEarlier()
    {
        var earlier = new List<int>();
        for (var piece = 0; piece < _start; piece++)
        {
            if (_pieces[piece] is { Length: <= FullLength })
                earlier.Add(piece);
        }

        var order = earlier.ToArray();
        Array.Sort(earlier.ConvertAll(piece => -CountSameBefore(piece)).ToArray(), order);
        return order;
    }

    private int CountSameBefore(int piece)
    {
        if (piece == 0 || _pieces[piece - 1] is not { } before) return 0;
        var same = 0;
        while (same < before.Length && same < _joined.Count && before[before.Length - 1 - same] == _joined[_joined.Count - 1 - same])
            same++;
        return same;
    }

    private bool EndsAsProto3()
    {
        for (var i = 0; i < Proto3.Length; i++)
        {
            if (_joined.Count < Proto3.Length || _joined[_joined.Count - Proto3.Length + i] != Proto3[i])
                return false;
        }

        return true;
    }
}
