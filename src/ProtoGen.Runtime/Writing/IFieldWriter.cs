using System.ComponentModel;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>
/// A destination of fields. Generated code has one writing method for all of them and for counting: generic, so that there
/// is machine code for each with no test in it of which it is. <c>Implicit</c> methods write nothing for the default.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFieldWriter
{
    /// <summary>Writes an <c>int32</c>.</summary>
    void WriteInt32(uint tag, int value);

    /// <summary>Writes an <c>int32</c> unless it is the default.</summary>
    void WriteImplicitInt32(uint tag, int value);

    /// <summary>Writes an <c>int64</c>.</summary>
    void WriteInt64(uint tag, long value);

    /// <summary>Writes an <c>int64</c> unless it is the default.</summary>
    void WriteImplicitInt64(uint tag, long value);

    /// <summary>Writes a <c>uint32</c>.</summary>
    void WriteUInt32(uint tag, uint value);

    /// <summary>Writes a <c>uint32</c> unless it is the default.</summary>
    void WriteImplicitUInt32(uint tag, uint value);

    /// <summary>Writes a <c>uint64</c>.</summary>
    void WriteUInt64(uint tag, ulong value);

    /// <summary>Writes a <c>uint64</c> unless it is the default.</summary>
    void WriteImplicitUInt64(uint tag, ulong value);

    /// <summary>Writes a <c>sint32</c>.</summary>
    void WriteSInt32(uint tag, int value);

    /// <summary>Writes a <c>sint32</c> unless it is the default.</summary>
    void WriteImplicitSInt32(uint tag, int value);

    /// <summary>Writes a <c>sint64</c>.</summary>
    void WriteSInt64(uint tag, long value);

    /// <summary>Writes a <c>sint64</c> unless it is the default.</summary>
    void WriteImplicitSInt64(uint tag, long value);

    /// <summary>Writes a <c>fixed32</c>.</summary>
    void WriteFixed32(uint tag, uint value);

    /// <summary>Writes a <c>fixed32</c> unless it is the default.</summary>
    void WriteImplicitFixed32(uint tag, uint value);

    /// <summary>Writes a <c>fixed64</c>.</summary>
    void WriteFixed64(uint tag, ulong value);

    /// <summary>Writes a <c>fixed64</c> unless it is the default.</summary>
    void WriteImplicitFixed64(uint tag, ulong value);

    /// <summary>Writes a <c>sfixed32</c>.</summary>
    void WriteSFixed32(uint tag, int value);

    /// <summary>Writes a <c>sfixed32</c> unless it is the default.</summary>
    void WriteImplicitSFixed32(uint tag, int value);

    /// <summary>Writes a <c>sfixed64</c>.</summary>
    void WriteSFixed64(uint tag, long value);

    /// <summary>Writes a <c>sfixed64</c> unless it is the default.</summary>
    void WriteImplicitSFixed64(uint tag, long value);

    /// <summary>Writes a <c>float</c>.</summary>
    void WriteFloat(uint tag, float value);

    /// <summary>Writes a <c>float</c> unless it is the default.</summary>
    void WriteImplicitFloat(uint tag, float value);

    /// <summary>Writes a <c>double</c>.</summary>
    void WriteDouble(uint tag, double value);

    /// <summary>Writes a <c>double</c> unless it is the default.</summary>
    void WriteImplicitDouble(uint tag, double value);

    /// <summary>Writes a <c>bool</c>.</summary>
    void WriteBool(uint tag, bool value);

    /// <summary>Writes a <c>bool</c> unless it is the default.</summary>
    void WriteImplicitBool(uint tag, bool value);

    /// <summary>Writes an enum's number.</summary>
    void WriteEnum(uint tag, int value);

    /// <summary>Writes an enum's number unless it is the default.</summary>
    void WriteImplicitEnum(uint tag, int value);

    /// <summary>Writes a <c>string</c>.</summary>
    void WriteString(uint tag, string value);

    /// <summary>Writes a <c>string</c> unless it is empty.</summary>
    void WriteImplicitString(uint tag, string value);

    /// <summary>Writes <c>bytes</c>.</summary>
    void WriteBytes(uint tag, ByteString value);

    /// <summary>Writes <c>bytes</c> unless it is empty.</summary>
    void WriteImplicitBytes(uint tag, ByteString value);

    /// <summary>Writes a message with its length before it, unless it is null.</summary>
    void WriteMessage(uint tag, IMessage? message);

    /// <summary>Writes a message between a start-group and an end-group tag, unless it is null.</summary>
    void WriteGroup(uint startTag, IMessage? message);

    /// <summary>Writes a value inside a wrapper message such as <c>google.protobuf.Int32Value</c>.</summary>
    void WriteWrapped<T, TCodec>(uint tag, T value)
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Writes each message with its length before it.</summary>
    void WriteMessages<T>(uint tag, RepeatedField<T> messages)
        where T : class, IMessage;

    /// <summary>Writes each message between a start-group and an end-group tag.</summary>
    void WriteGroups<T>(uint startTag, RepeatedField<T> messages)
        where T : class, IMessage;

    /// <summary>Writes each string.</summary>
    void WriteRepeatedString(uint tag, RepeatedField<string> field);

    /// <summary>Writes each value with its tag.</summary>
    void WriteRepeated<T, TCodec>(uint tag, RepeatedField<T> field)
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Writes all values in one length-delimited field.</summary>
    void WritePackedVarints<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : struct
        where TCodec : struct, IVarintCodec<T>;

    /// <summary>Writes all values in one length-delimited field.</summary>
    void WritePackedFixed<T, TCodec>(uint tag, RepeatedField<T> field)
        where T : unmanaged
        where TCodec : struct, IValueCodec<T>;

    /// <summary>Writes each entry of a map.</summary>
    void WriteMap<TKey, TValue, TKeyCodec, TValueCodec>(uint tag, MapField<TKey, TValue> map)
        where TKey : notnull
        where TKeyCodec : struct, IValueCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>;

    /// <summary>Writes the extension fields of a message.</summary>
    void WriteExtensions<T>(ExtensionSet<T>? extensions)
        where T : IExtendableMessage<T>;

    /// <summary>Writes the fields that the message doesn't know.</summary>
    void WriteUnknown(UnknownFields? fields);
}
