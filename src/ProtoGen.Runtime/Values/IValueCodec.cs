using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Reads and writes values of one protobuf type.</summary>
/// <remarks>Implementations are structs, so that the runtime compiles the generic callers for each of them.</remarks>
/// <typeparam name="T">The C# type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueCodec<T>
{
    /// <summary>Gets the wire type of a value.</summary>
    WireFormat.WireType WireType { get; }

    /// <summary>Gets the value of a field that is not set; null for messages.</summary>
    T? Default { get; }

    /// <summary>Reads a value whose tag was read.</summary>
    T Read(ref FieldReader reader);

    /// <summary>Writes the tag and the value.</summary>
    void Write(ref FieldWriter writer, uint tag, T value);

    /// <summary>Writes the tag and the value unless the value is <see cref="Default"/>.</summary>
    void WriteImplicit(ref FieldWriter writer, uint tag, T value);

    /// <summary>Creates Google.Protobuf's codec for the same type.</summary>
    FieldCodec<T> ToFieldCodec(uint tag);
}
