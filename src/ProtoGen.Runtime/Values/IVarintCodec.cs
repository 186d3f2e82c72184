using System.ComponentModel;

namespace ProtoGen.Runtime;

/// <summary>A kind of value that is a varint on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVarintCodec<T> : IValueCodec<T>
{
    /// <summary>The varint that stands for <paramref name="value"/>.</summary>
    ulong ToVarint(T value);

    /// <summary>The value that <paramref name="value"/> stands for.</summary>
    T FromVarint(ulong value);
}
