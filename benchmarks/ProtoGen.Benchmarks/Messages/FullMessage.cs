using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>Creates a message with each of its fields set.</summary>
internal static class FullMessage
{
    public static IMessage Of(MessageParser parser)
    {
        var message = parser.ParseFrom(Array.Empty<byte>());
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsRepeated)
                ((IList)field.Accessor.GetValue(message)).Add(Value(field));
            else
                field.Accessor.SetValue(message, Value(field));
        }
        return message;
    }

    private static object Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => "some text " + field.FieldNumber,
        FieldType.Bool => true,
        FieldType.Int32 => field.FieldNumber * 37,
        FieldType.Int64 => field.FieldNumber * 1000L,
        FieldType.UInt64 => (ulong)field.FieldNumber * 100000,
        FieldType.Fixed64 => (ulong)field.FieldNumber,
        FieldType.Fixed32 => (uint)field.FieldNumber,
        FieldType.Message => Of(field.MessageType.Parser),
        _ => throw new NotSupportedException($"{field.FullName} has type {field.FieldType}."),
    };
}
