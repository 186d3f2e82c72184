using Google.Protobuf;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>Adds an unknown field to <paramref name="fields"/>.</summary>
    /// <param name="tag">The tag of the field, which was read.</param>
    /// <param name="fields">The unknown fields of the message. Nothing is added if the context discards unknown fields.</param>
    /// <returns>False if the tag is an end-group tag, which ends the message.</returns>
    internal bool ReadUnknown(uint tag, ref UnknownFieldSet? fields)
    {
        if (_context != null)
            return ReadUnknownFromContext(tag, ref fields);
        if ((WireFormat.WireType)(tag & 7) == WireFormat.WireType.EndGroup)
        {
            // The caller that started the group reads the tag again and checks it.
            _position = StartOf(tag);
            return false;
        }
        var start = StartOf(tag);
        var isCanonical = _position != _longTagEnd;
        isCanonical &= Skip(tag, _depth);
        var bytes = new ReadOnlySpan<byte>(start, (int)(_position - start));
        // The same tag at the same depth, with no byte of another message between, belongs to the same message.
        var isRepetition = _unknownTag == tag && _unknownEnd == start && _unknownDepth == _depth;
        UnknownFields.Append(ref fields, isCanonical ? bytes : UnknownFields.Shorten(bytes), tag, isRepetition);
        _unknownTag = tag;
        _unknownEnd = _position;
        _unknownDepth = _depth;
        return true;
    }

    /// <summary>
    /// Reads an extension; returns false if the input has no registry that contains it. Contiguous memory never has a registry.
    /// </summary>
    internal bool ReadExtension<T>(uint tag, ref ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T> =>
        _context != null
        && tag != FailedTag
        && (WireFormat.WireType)(tag & 7) != WireFormat.WireType.EndGroup
        && ExtensionSet.TryMergeFieldFrom(ref extensions, ref Close(tag));

    private bool ReadUnknownFromContext(uint tag, ref UnknownFieldSet? fields)
    {
        if (tag == FailedTag)
            ThrowTagError();
        ref var context = ref Close(tag);
        if ((WireFormat.WireType)(tag & 7) == WireFormat.WireType.EndGroup)
            return false;
        // Each message in a context has a reader of its own.
        UnknownFields.Append(ref fields, ref context, tag, _unknownTag == tag);
        _unknownTag = tag;
        return true;
    }

    /// <summary>Skips a field and returns whether all its varints have their shortest form, without bits that are ignored.</summary>
    private bool Skip(uint tag, int depth)
    {
        switch ((WireFormat.WireType)(tag & 7))
        {
            case WireFormat.WireType.Varint:
                return SkipVarint(out _);
            case WireFormat.WireType.Fixed64:
                SkipBytes(sizeof(ulong));
                return true;
            case WireFormat.WireType.Fixed32:
                SkipBytes(sizeof(uint));
                return true;
            case WireFormat.WireType.LengthDelimited:
                var isCanonical = SkipVarint(out var length);
                // Google.Protobuf ignores the bits above the lower 32.
                SkipBytes((uint)length);
                return isCanonical && length <= uint.MaxValue;
            case WireFormat.WireType.StartGroup:
                return SkipGroup(tag + 1, depth + 1);
            default:
                HandOver();
                return false;
        }
    }

    private bool SkipGroup(uint endTag, int depth)
    {
        if (depth > RecursionLimit)
            HandOver();
        var isCanonical = true;
        uint tag;
        while ((tag = ReadTag()) != endTag)
        {
            if (tag == 0)
                HandOver();
            isCanonical &= _position != _longTagEnd;
            isCanonical &= Skip(tag, depth);
        }
        return isCanonical && _position != _longTagEnd;
    }

    /// <summary>Skips an unknown field of a map entry or a wrapper, which keep no unknown fields.</summary>
    private void SkipUnknown(uint tag)
    {
        if (tag == 0)
            HandOver();
        Skip(tag, _depth);
    }

    /// <summary>
    /// Returns how many length-delimited fields with <paramref name="tag"/> follow each other, including the one whose tag was read.
    /// </summary>
    private int CountDelimited(uint tag)
    {
        var start = _position;
        var count = 0;
        do
        {
            var length = ReadLength();
            _position += length;
            count++;
        }
        while (Next(tag));
        _position = start;
        return count;
    }

    private bool SkipVarint(out ulong value)
    {
        var start = _position;
        if (_position == _end)
            HandOver();
        value = ReadVarint();
        // The last of ten bytes has one bit of the value.
        return _position - start == Varint.Size(value) && (_position - start < Varint.MaxSize || _position[-1] == 1);
    }

    private void SkipBytes(uint count)
    {
        if (count > (ulong)(_end - _position))
            HandOver();
        _position += count;
    }
}
