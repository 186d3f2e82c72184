using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>The base class of a generated message.</summary>
/// <typeparam name="T">The generated class itself.</typeparam>
// protoc's classes have no annotations, so a message is an IEquatable<X> and an IEquatable<X?> alike.
#nullable disable annotations
[JsonSchemaIgnore]
public abstract class Message<T> : Message, IMessage<T>
#nullable restore annotations
    where T : Message<T>, new()
{
    /// <summary>Creates an empty message.</summary>
    protected Message()
    {
    }

    /// <summary>Gets the parser for the static <c>Parser</c> property of the generated class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static MessageParser<T> _Parser { get; } = new(MessageFactory<T>.Create);

    /// <summary>Parses a message from contiguous memory.</summary>
    /// <exception cref="InvalidProtocolBufferException">The data is malformed.</exception>
    public static T ParseFrom(ReadOnlySpan<byte> data)
    {
        var message = MessageFactory<T>.Create();
        return SpanParser.TryReadSpan(data, message) ? message : _Parser.ParseFrom(data);
    }

    /// <summary>Parses a message from one or more segments.</summary>
    /// <exception cref="InvalidProtocolBufferException">The data is malformed.</exception>
    public static T ParseFrom(in ReadOnlySequence<byte> data)
    {
        var message = MessageFactory<T>.Create();
        return SpanParser.TryReadSequence(data, message) ? message : _Parser.ParseFrom(data);
    }

    /// <inheritdoc/>
    // Serves classes named Clone, which cannot declare the method. All others override it, which saves a virtual call.
    public virtual T Clone()
    {
        var copy = Unsafe.As<T>(_New());
        copy._CopyFrom(Unsafe.As<T>(this));
        return copy;
    }

    /// <inheritdoc/>
    public void MergeFrom(T? other)
    {
        if (other == null)
            return;
        _Merge(other, copy: false);
        if (other._unknownFields != null)
            _unknownFields = UnknownFields.MergeFrom(_unknownFields, other._unknownFields);
    }

    /// <inheritdoc/>
    // Serves classes named Equals, which cannot declare the method. All others override it, which saves a virtual call.
    public virtual bool Equals(T? other) => ReferenceEquals(this, other) || (other is not null && _Equals(other));

    /// <inheritdoc/>
    // Comparing the types is faster than a cast to a type parameter.
    public override bool Equals(object? other) =>
        other != null && other.GetType() == GetType() ? Equals(Unsafe.As<T>(other)) : Equals(other as T);

    /// <summary>Returns a hash of the fields that are set.</summary>
    public override int GetHashCode() => FieldWriter.HashOf(this);

    /// <summary>Makes this message a deep copy of <paramref name="other"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void _CopyFrom(T other)
    {
        _Merge(other, copy: true);
        if (_unknownFields != other._unknownFields)
            _unknownFields = UnknownFields.Clone(other._unknownFields);
    }

    /// <summary>Merges or copies the fields of another message into this one.</summary>
    /// <param name="other">A message of the same type.</param>
    /// <param name="copy">
    /// Whether to make this message a deep copy of <paramref name="other"/>: fields that are not set there are reset.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void _Merge(T other, bool copy)
    {
    }

    /// <summary>Returns whether the fields that the generated class does not have are equal to those of another message.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual bool _Equals(T other) => UnknownFields.AreEqual(_unknownFields, other._unknownFields);

    /// <summary>Merges or copies a message field and returns its new value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static TMessage? _MergeMessage<TMessage>(TMessage? target, TMessage? source, bool copy)
        where TMessage : class, IMessage<TMessage>, new() => FieldMerging.MergeMessage(target, source, copy);

    /// <summary>Merges or copies a list.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void _MergeList<TElement>(RepeatedField<TElement> target, RepeatedField<TElement> source, bool copy) =>
        FieldMerging.MergeList(target, source, copy);

    /// <summary>Merges or copies a map.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static void _MergeMap<TKey, TValue>(MapField<TKey, TValue> target, MapField<TKey, TValue> source, bool copy)
        where TKey : notnull => FieldMerging.MergeMap(target, source, copy);

    internal sealed override void Reset() => _CopyFrom(MessageFactory<T>.Empty);

    internal sealed override Message Copy() => Clone();

    internal sealed override void MergeWith(Message other) => MergeFrom(Unsafe.As<T>(other));
}
