using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

// Generated code calls one method for each field, in the order of the numbers, and repeats that until the message ends. Serializers write
// fields in this order, so that one pass is usually enough. A method does nothing if the next field has another tag. The C# compiler needs
// less time for these calls than for the cases of a switch.
public unsafe partial struct FieldReader
{
    /// <summary>Gets the tag of the next field; 0 at the end of the message.</summary>
    internal readonly uint Tag => _tag;

    /// <summary>Returns whether the next field has this tag.</summary>
    public readonly bool At(uint tag) => _tag == tag;

    /// <summary>Returns whether there is a next field and its tag is less than this one.</summary>
    public readonly bool Before(uint tag) => _tag - 1 < tag - 1;

    /// <summary>Goes on to the next field.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance() => _tag = ReadTag();

    /// <summary>Starts a new pass over the fields; returns false if no field was read since the last pass started.</summary>
    internal bool TryStartPass()
    {
        if (_passStart == _position && _passStartMoves == _moves)
            return false;
        StartPass();
        return true;
    }

    /// <summary>Goes on after an unknown field; returns false at the end of the message.</summary>
    internal bool AdvanceFromUnknown()
    {
        Advance();
        StartPass();
        return _tag != 0;
    }

    private void StartPass()
    {
        _passStart = _position;
        _passStartMoves = _moves;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NextVarint()
    {
        var value = ReadVarint();
        _tag = ReadTag();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint NextFixed32()
    {
        var value = ReadFixed32();
        _tag = ReadTag();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NextFixed64()
    {
        var value = ReadFixed64();
        _tag = ReadTag();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string NextString()
    {
        var value = ReadString();
        _tag = ReadTag();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ByteString NextBytes()
    {
        var value = ReadBytes();
        _tag = ReadTag();
        return value;
    }

    /// <summary>If the next field has this tag, reads an <c>int32</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadInt32(uint tag, ref int field)
    {
        if (_tag != tag)
            return false;
        field = (int)NextVarint();
        return true;
    }

    /// <summary>If the next field has this tag, reads an <c>int64</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadInt64(uint tag, ref long field)
    {
        if (_tag != tag)
            return false;
        field = (long)NextVarint();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>uint32</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadUInt32(uint tag, ref uint field)
    {
        if (_tag != tag)
            return false;
        field = (uint)NextVarint();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>uint64</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadUInt64(uint tag, ref ulong field)
    {
        if (_tag != tag)
            return false;
        field = NextVarint();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>sint32</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadSInt32(uint tag, ref int field)
    {
        if (_tag != tag)
            return false;
        field = Varint.UnZigZag((uint)NextVarint());
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>sint64</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadSInt64(uint tag, ref long field)
    {
        if (_tag != tag)
            return false;
        field = Varint.UnZigZag(NextVarint());
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>fixed32</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadFixed32(uint tag, ref uint field)
    {
        if (_tag != tag)
            return false;
        field = NextFixed32();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>fixed64</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadFixed64(uint tag, ref ulong field)
    {
        if (_tag != tag)
            return false;
        field = NextFixed64();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>sfixed32</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadSFixed32(uint tag, ref int field)
    {
        if (_tag != tag)
            return false;
        field = (int)NextFixed32();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>sfixed64</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadSFixed64(uint tag, ref long field)
    {
        if (_tag != tag)
            return false;
        field = (long)NextFixed64();
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>bool</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBool(uint tag, ref bool field)
    {
        if (_tag != tag)
            return false;
        field = NextVarint() != 0;
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>float</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadFloat(uint tag, ref float field)
    {
        if (_tag != tag)
            return false;
        var bits = NextFixed32();
        field = Unsafe.As<uint, float>(ref bits);
        return true;
    }

    /// <summary>If the next field has this tag, reads a <c>double</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadDouble(uint tag, ref double field)
    {
        if (_tag != tag)
            return false;
        field = BitConverter.Int64BitsToDouble((long)NextFixed64());
        return true;
    }

    // The field of generated code may be null or not, depending on its presence.
#nullable disable annotations
    /// <summary>If the next field has this tag, reads a <c>string</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadString(uint tag, ref string field)
    {
        if (_tag != tag)
            return false;
        field = NextString();
        return true;
    }

    /// <summary>If the next field has this tag, reads <c>bytes</c> into a field and returns true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBytes(uint tag, ref ByteString field)
    {
        if (_tag != tag)
            return false;
        field = NextBytes();
        return true;
    }
#nullable restore annotations
}
