using System.ComponentModel;

namespace ProtoGen.Runtime;

/// <summary>Reads and writes values that are encoded as varints.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVarintCodec<T> : IValueCodec<T>
{
    /// <summary>Returns the varint for <paramref name="value"/>.</summary>
    ulong ToVarint(T value);

    /// <summary>Returns the value that the varint <paramref name="value"/> encodes.</summary>
    T FromVarint(ulong value);
}
