using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>The base class of all generated messages, which implements serialization and parsing.</summary>
/// <remarks>
/// Only generated code calls the members whose names start with an underscore. The underscore avoids conflicts with the properties of
/// fields, whose names never start with an underscore and a letter.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonSchemaIgnore]
public abstract class Message : IBufferMessage
{
    /// <summary>The fields that the message type does not have; null if there are none.</summary>
    /// <remarks>
    /// Programs find the private field of protoc's classes by its name. Reflection on a derived class does not return private or internal
    /// fields of its base class. Libraries that fill or compare the fields that are not private ignore those with [CompilerGenerated].
    /// </remarks>
    [CompilerGenerated]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    protected internal UnknownFieldSet? _unknownFields;

    private protected Message()
    {
    }

    MessageDescriptor IMessage.Descriptor => _GetDescriptor();

    /// <summary>Returns the descriptor of the message type.</summary>
    /// <remarks>It is not a property, because NJsonSchema describes protected properties, too.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract MessageDescriptor _GetDescriptor();

    /// <summary>Creates an empty message of the same type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract Message _New();

    /// <summary>Reads all fields up to the end of the message or group. The tag of the first one was read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void _Read(ref FieldReader r)
    {
        while (_Continue(ref r))
        {
        }
    }

    /// <summary>Returns whether more fields follow. If the class does not have the next field, reads it first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool _Continue(ref FieldReader r) => r.Tag != 0 && Continue(ref r);

    /// <summary>Writes the fields that are set, in ascending order of their numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void _Write(ref FieldWriter w)
    {
    }

    /// <summary>Reads an extension or an unknown field; returns false for the end-group tag that ends this message.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool _ReadOther(ref FieldReader r, uint tag) => r.ReadUnknown(tag, ref _unknownFields);

    /// <summary>Returns the new value of a string property.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static string _NotNull(string value) => ProtoPreconditions.CheckNotNull(value, nameof(value));

    /// <summary>Returns the new value of a bytes property.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static ByteString _NotNull(ByteString value) => ProtoPreconditions.CheckNotNull(value, nameof(value));

    // Google.Protobuf's and protoc's methods have no annotations, so callers that pass a value that may be null get no warning.
#nullable disable annotations
    /// <inheritdoc/>
    public void MergeFrom(CodedInputStream input)
    {
#if NET
        if (ContextMemory.TryRead(input, this))
            return;
#endif
        input.ReadRawMessage(this);
    }

    void IBufferMessage.InternalMergeFrom(ref ParseContext ctx)
    {
#if NET
        if (ContextMemory.TryRead(ref ctx, this))
            return;
#endif
        FieldReader.Read(ref ctx, this);
    }

    /// <inheritdoc/>
    public void WriteTo(CodedOutputStream output) => output.WriteRawMessage(this);
#nullable restore annotations

    // A field that the last pass did not read is not necessarily unknown: the pass may have read others and come to one of a lower number.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Continue(ref FieldReader r) => r.TryStartPass() || (_ReadOther(ref r, r.Tag) && r.AdvanceFromUnknown());

    void IBufferMessage.InternalWriteTo(ref WriteContext ctx) => SpanSerializer.WriteToContext(this, ref ctx);

    /// <inheritdoc/>
    public int CalculateSize()
    {
        var counter = FieldWriter.Counter();
        Write(ref counter);
        return counter.Counted;
    }

    /// <summary>Returns the message as JSON.</summary>
    public override string ToString() => JsonFormatter.ToDiagnosticString(this);

    /// <summary>Writes the fields that are set, followed by the unknown fields.</summary>
    internal void Write(ref FieldWriter writer)
    {
        _Write(ref writer);
        if (_unknownFields != null)
            writer.WriteUnknown(_unknownFields);
    }

    /// <summary>Resets all fields to their defaults but keeps the memory of lists and maps for reuse.</summary>
    internal abstract void Reset();

    /// <summary>Returns a deep copy.</summary>
    internal abstract Message Copy();

    /// <summary>Merges a message of the same type into this one.</summary>
    internal abstract void MergeWith(Message other);
}
