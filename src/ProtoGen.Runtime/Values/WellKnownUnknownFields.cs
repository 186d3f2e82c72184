#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

/// <summary>Checks whether Google.Protobuf's well-known messages have unknown fields, which are private.</summary>
internal static class WellKnownUnknownFields
{
    private static readonly bool IsReadable = CanRead();

    /// <summary>
    /// Returns whether the message is a well-known one without unknown fields; false, too, if this version of Google.Protobuf has other
    /// private fields.
    /// </summary>
    public static bool AreAbsent(IMessage message) => IsReadable && HasNone(message);

    private static bool HasNone(IMessage message) => message switch
    {
        Timestamp timestamp => Of(timestamp) == null,
        Duration duration => Of(duration) == null,
        Value value => Of(value) == null,
        Struct fields => Of(fields) == null,
        ListValue list => Of(list) == null,
        Any any => Of(any) == null,
        FieldMask mask => Of(mask) == null,
        Empty empty => Of(empty) == null,
        _ => false,
    };

    private static bool CanRead()
    {
        try
        {
            IMessage[] all =
            [
                new Timestamp(), new Duration(), new Value(), new Struct(), new ListValue(), new Any(), new FieldMask(), new Empty(),
            ];
            return Array.TrueForAll(all, HasNone);
        }
        catch (Exception error) when (error is MissingFieldException or NotSupportedException or BadImageFormatException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Timestamp message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Duration message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Value message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Struct message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(ListValue message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Any message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(FieldMask message);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_unknownFields")]
    private static extern ref UnknownFieldSet? Of(Empty message);
}
#endif
