using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>How one kind of value is read and written. Implemented by structs, so that generic code is made for each.</summary>
/// <typeparam name="T">The value's type in C#.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueCodec<T>
{
    /// <summary>The wire type in which one value is written.</summary>
    WireFormat.WireType WireType { get; }

    /// <summary>The value of an absent field; null for messages.</summary>
    T? Default { get; }

    /// <summary>Reads one value, after its tag.</summary>
    T Read(ref FieldReader reader);

    /// <summary>Writes tag and value.</summary>
    void Write(ref FieldWriter writer, uint tag, T value);

    /// <summary>Writes tag and value unless it is <see cref="Default"/>.</summary>
    void WriteImplicit(ref FieldWriter writer, uint tag, T value);

    /// <summary>Google.Protobuf's codec for the same kind, used on the general path.</summary>
    FieldCodec<T> ToFieldCodec(uint tag);
}
