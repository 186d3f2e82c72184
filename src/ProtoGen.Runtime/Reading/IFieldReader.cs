using System.ComponentModel;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>
/// A source of fields. Generated code has one reading method for all sources: generic, so that there is machine code for
/// each source with no test in it of which it is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFieldReader
{
    /// <summary>The next field's tag, or 0 at the end of the message.</summary>
    uint ReadTag();

    /// <summary>Takes the next tag if it is <paramref name="tag"/>. A guess that saves a search; false says nothing.</summary>
    bool Next(uint tag);

    /// <summary>Reads an <c>int32</c>.</summary>
    int ReadInt32();

    /// <summary>Reads an <c>int64</c>.</summary>
    long ReadInt64();

    /// <summary>Reads a <c>uint32</c>.</summary>
    uint ReadUInt32();

    /// <summary>Reads a <c>uint64</c>.</summary>
    ulong ReadUInt64();

    /// <summary>Reads a <c>sint32</c>.</summary>
    int ReadSInt32();

    /// <summary>Reads a <c>sint64</c>.</summary>
    long ReadSInt64();

    /// <summary>Reads a <c>fixed32</c>.</summary>
    uint ReadFixed32();

    /// <summary>Reads a <c>fixed64</c>.</summary>
    ulong ReadFixed64();

    /// <summary>Reads a <c>sfixed32</c>.</summary>
    int ReadSFixed32();

    /// <summary>Reads a <c>sfixed64</c>.</summary>
    long ReadSFixed64();

    /// <summary>Reads a <c>float</c>.</summary>
    float ReadFloat();

    /// <summary>Reads a <c>double</c>.</summary>
    double ReadDouble();

    /// <summary>Reads a <c>bool</c>.</summary>
    bool ReadBool();

    /// <summary>Reads an enum's number.</summary>
    int ReadEnum();

    /// <summary>Reads a <c>string</c>.</summary>
    string ReadString();

    /// <summary>Reads <c>bytes</c>.</summary>
    ByteString ReadBytes();

    /// <summary>Reads a length-delimited message into <paramref name="message"/>, adding to what it holds.</summary>
    void ReadMessage(IMessage message);

    /// <summary>Reads a group, whose start tag has just been read, into <paramref name="message"/>.</summary>
    void ReadGroup(uint startTag, IMessage message);

    /// <summary>Reads one value of any kind, such as the nullable that stands for a wrapper message.</summary>
    T ReadValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Adds one or more strings.</summary>
    void ReadRepeatedString(uint tag, RepeatedField<string> field);

    /// <summary>Adds one or more values of a type that can't be packed.</summary>
    void ReadRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Adds one or more varints, packed or not as <paramref name="tag"/> says.</summary>
    void ReadVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>;

    /// <summary>Adds one or more values of fixed size, packed or not as <paramref name="tag"/> says.</summary>
    void ReadFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Reads one or more entries of a map; a key that is there already gets the new value.</summary>
    void ReadMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>;

    /// <summary>Reads a field that one of the extensions known to the input defines; false if there is none.</summary>
    bool ReadExtension<T>(uint tag, ref ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T>;

    /// <summary>Keeps a field that the message doesn't know.</summary>
    /// <param name="tag">The field's tag, which has just been read.</param>
    /// <param name="fields">Takes the field, unless the input is read with unknown fields discarded.</param>
    /// <returns>False if the tag is an end-group tag: the message ends here.</returns>
    bool ReadUnknown(uint tag, ref UnknownFields? fields);
}
