using System.ComponentModel;

namespace ProtoGen.Runtime;

/// <summary>A kind of value that is a varint on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVarintCodec<T> : IValueCodec<T>
{
    /// <summary>Returns the varint for <paramref name="value"/>.</summary>
    ulong ToVarint(T value);

    /// <summary>Returns the value that the varint <paramref name="value"/> encodes.</summary>
    T FromVarint(ulong value);
}
