namespace ProtoGen.Compiler.Project.References;

/// <summary>The result of checking whether bytes are the start of a FileDescriptorProto.</summary>
internal enum PrefixState
{
    /// <summary>No descriptor starts with these bytes.</summary>
    Invalid,

    /// <summary>The bytes are valid, but more must follow.</summary>
    Partial,

    /// <summary>The descriptor can end here.</summary>
    Whole,
}

/// <summary>Checks whether bytes can be the start of a FileDescriptorProto, by the type and order of the fields in its messages.</summary>
/// <remarks>Compilers write fields ordered by number.</remarks>
internal struct DescriptorPrefix
{
    // The kinds of fields by number: s = string, v = varint, b = anything length-delimited, - = no field, a capital letter = the message
    // with that key.
    private static readonly Dictionary<char, string> Messages = new()
    {
        ['I'] = "-sssMESFPbvvs-vs",
        ['P'] = "-s------svvs----vvvvv--v---v---v----ss-sssv-ss----b",
        ['M'] = "-sFMERFONRsv",
        ['F'] = "-ssvvvsbOvs------v",
        ['N'] = "-sO",
        ['E'] = "-sVORsv",
        ['V'] = "-svO",
        ['R'] = "-vvO",
        ['S'] = "-sCO",
        ['C'] = "-sssOvv",
    };

    private readonly IReadOnlyList<byte> _bytes;
    private int _position;

    private DescriptorPrefix(IReadOnlyList<byte> bytes) => _bytes = bytes;

    /// <summary>Checks the bytes.</summary>
    public static PrefixState Check(IReadOnlyList<byte> bytes) => new DescriptorPrefix(bytes).CheckMessage('I', long.MaxValue);

    private PrefixState CheckMessage(char message, long end)
    {
        for (ulong last = 0, tag; _position < end; last = tag)
        {
            if (_position == _bytes.Count) return end == long.MaxValue ? PrefixState.Whole : PrefixState.Partial;
            if (!TryReadVarint(out tag)) return PrefixState.Partial;
            if (tag < last) return PrefixState.Invalid;
            var state = CheckField(GetKind(message, tag), end);
            if (state != PrefixState.Whole) return state;
        }

        return _position == end ? PrefixState.Whole : PrefixState.Invalid;
    }

    // Options can contain any field, because anyone can extend them.
    private static char GetKind(char message, ulong tag)
    {
        const ulong firstExtension = 1000;
        var wireType = tag & 7;
        if (message == 'O' || (message == 'P' && tag >> 3 >= firstExtension))
            return tag < 8 ? '-' : wireType switch { 0 => 'v', 1 => '8', 2 => 'b', 5 => '4', _ => '-' };
        var fields = Messages[message];
        var kind = tag >> 3 < (ulong)fields.Length ? fields[(int)(tag >> 3)] : '-';
        return wireType == (kind == 'v' ? 0u : 2u) ? kind : '-';
    }

    private PrefixState CheckField(char kind, long end)
    {
        switch (kind)
        {
            case '-': return PrefixState.Invalid;
            case 'v': return TryReadVarint(out _) ? PrefixState.Whole : PrefixState.Partial;
            case '4' or '8': return Step(kind - '0', end, isText: false);
        }

        if (!TryReadVarint(out var length)) return PrefixState.Partial;
        if (length > int.MaxValue || _position + (long)length > end) return PrefixState.Invalid;
        return kind is 's' or 'b' ? Step((int)length, end, kind == 's') : CheckMessage(kind, _position + (long)length);
    }

    private PrefixState Step(int length, long end, bool isText)
    {
        var stop = _position + (long)length;
        if (stop > end) return PrefixState.Invalid;
        for (; _position < stop; _position++)
        {
            if (_position == _bytes.Count) return PrefixState.Partial;
            if (isText && _bytes[_position] < ' ') return PrefixState.Invalid;
        }

        return PrefixState.Whole;
    }

    // A varint that does not end within ten bytes counts as incomplete; the next length or tag then fails.
    private bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 70 && _position < _bytes.Count; shift += 7)
        {
            var next = _bytes[_position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return true;
        }

        return false;
    }
}
