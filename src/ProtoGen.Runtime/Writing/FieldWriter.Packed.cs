using System.Runtime.InteropServices;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>Writes a list of strings.</summary>
    public void WriteRepeatedString(uint tag, RepeatedField<string> field) => WriteRepeated<string, StringCodec>(tag, field);

    /// <summary>Writes a list of values, each with its tag.</summary>
    public void WriteRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>
    {
        if (!RepeatedFieldAccess<T>.TryGetElements(field, out var elements))
        {
            for (var i = 0; i < field.Count; i++)
                default(TCodec).Write(ref this, tag, field[i]);
            return;
        }
        foreach (var value in elements)
            default(TCodec).Write(ref this, tag, value);
    }

    /// <summary>Writes a packed list of varints.</summary>
    public void WritePackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>
    {
        if (field.Count == 0)
            return;
        if (_mode >= WriterMode.Stream)
        {
            StreamRepeated<T, TCodec>(tag, field);
            return;
        }
        if (!RepeatedFieldAccess<T>.TryGetElements(field, out var elements))
            elements = Copy(field);
        var most = elements.Length * (long)Varint.MaxSize + 2 * Varint.MaxSize;
        if (_end - _position >= most || (IsScratch && most <= ScratchBuffer.Size && TryGrow((int)most)))
            PutPackedVarints<T, TCodec>(tag, elements);
        else
            WriteMeasuredVarints<T, TCodec>(tag, elements);
    }

    /// <summary>Writes a packed list in one pass.</summary>
    /// <remarks>
    /// The size of the length is a guess: each value has at least one byte and usually few more. After a wrong guess the content is moved.
    /// </remarks>
    private void PutPackedVarints<T, TCodec>(uint tag, ReadOnlySpan<T> elements)
        where TCodec : struct, IVarintCodec<T>
    {
        var prefix = PutTag(_position, tag);
        var guess = Varint.Size((uint)elements.Length);
        var content = prefix + guess;
        var position = content;
        foreach (var value in elements)
            position = Varint.WriteWide(position, default(TCodec).ToVarint(value));
        var length = position - content;
        var more = Varint.Size((uint)length) - guess;
        if (more != 0)
            Buffer.MemoryCopy(content, content + more, length, length);
        Varint.Write(prefix, (uint)length);
        _position = position + more;
    }

    private void WriteMeasuredVarints<T, TCodec>(uint tag, ReadOnlySpan<T> elements)
        where TCodec : struct, IVarintCodec<T>
    {
        var length = 0;
        foreach (var value in elements)
            length = checked(length + Varint.Size(default(TCodec).ToVarint(value)));
        if (!ReserveDelimited(tag, length))
            return;
        var position = Varint.Write(PutTag(_position, tag), (uint)length);
        foreach (var value in elements)
            position = Varint.Write(position, default(TCodec).ToVarint(value));
        _position = position;
    }

    /// <summary>Writes a packed list of values of fixed size.</summary>
    public void WritePackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>
    {
        if (field.Count == 0)
            return;
        if (_mode >= WriterMode.Stream)
        {
            StreamRepeated<T, TCodec>(tag, field);
            return;
        }
        if (!RepeatedFieldAccess<T>.TryGetElements(field, out var elements))
            elements = Copy(field);
        var length = checked(elements.Length * sizeof(T));
        if (!ReserveDelimited(tag, length))
            return;
        var content = Varint.Write(PutTag(_position, tag), (uint)length);
        var bytes = new Span<byte>(content, length);
        MemoryMarshal.AsBytes(elements).CopyTo(bytes);
        if (!BitConverter.IsLittleEndian)
            ReverseEach(bytes, sizeof(T));
        _position = content + length;
    }

    private static void ReverseEach(Span<byte> bytes, int size)
    {
        for (; !bytes.IsEmpty; bytes = bytes.Slice(size))
            bytes.Slice(0, size).Reverse();
    }

    private static T[] Copy<T>(RepeatedField<T> field)
    {
        var copy = new T[field.Count];
        field.CopyTo(copy, 0);
        return copy;
    }
}
