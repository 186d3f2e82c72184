using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime.Schema;

/// <summary>Makes schemas from Google.Protobuf's descriptors, each once.</summary>
internal static class DescriptorSchema
{
    private const int JsonOptionNumber = 998;

    // Keyed weakly, so that descriptors built at run time can be collected.
    private static readonly ConditionalWeakTable<MessageDescriptor, MessageSchema> Messages = new();
    private static readonly ConditionalWeakTable<EnumDescriptor, EnumSchema> Enums = new();

    // The weak table costs as much as a small message. Programs handle few types at a time, so most are found here.
    private const int Slots = 64;
    private static readonly Found?[] Recent = new Found?[Slots];

    public static MessageSchema Of(MessageDescriptor message)
    {
        ref var slot = ref Recent[RuntimeHelpers.GetHashCode(message) & (Slots - 1)];
        if (slot is { } found && found.Descriptor == message)
            return found.Schema;
        var schema = Messages.TryGetValue(message, out var known) ? known : Messages.GetValue(message, MakeMessage);
        slot = new Found(message, schema);
        return schema;
    }

    public static FieldSchema OfExtension(FieldDescriptor field) => MakeField(field);

    private static EnumSchema Of(EnumDescriptor type) => Enums.GetValue(type, MakeEnum);

    private static MessageSchema MakeMessage(MessageDescriptor message) =>
        new(message.FullName, message.Fields.InDeclarationOrder().Select(MakeField))
        {
            IsMapEntry = message.GetOptions()?.MapEntry == true,
            IsMessageSet = message.GetOptions()?.MessageSetWireFormat == true,
            FindReservedNames = () => message.ToProto().ReservedName,
        };

    private static FieldSchema MakeField(FieldDescriptor field)
    {
        var kind = KindOf(field);
        return new FieldSchema(
            field.Name,
            field.JsonName,
            field.FieldNumber,
            kind,
            kind.IsMessage() ? () => Of(field.MessageType) : null,
            kind == FieldKind.Enum ? () => Of(field.EnumType) : null)
        {
            ExtensionName = field.IsExtension ? field.FullName : null,
            Extendee = field.IsExtension ? field.ExtendeeType.FullName : null,
            IsRepeated = field.IsRepeated,
            IsPacked = field.IsRepeated && kind.IsPackable() && field.IsPacked,
            IsRequired = field.IsRequired,
            HasPresence = field.HasPresence,
            ValidatesUtf8 = kind == FieldKind.String && field.File.Syntax != Syntax.Proto2,
            Oneof = field.RealContainingOneof?.Index ?? -1,
            OneofName = field.RealContainingOneof?.Name,
            GroupName = IsGroupLike(field) ? field.MessageType.Name : null,
            ItemName = IsItem(field) ? field.MessageType.FullName : null,
        };
    }

    /// <summary>protoc names a delimited field as a group only where proto2 could have declared it as one.</summary>
    private static bool IsGroupLike(FieldDescriptor field) =>
        KindOf(field) == FieldKind.Group
        && field.Name == field.MessageType.Name.ToLowerInvariant()
        && field.MessageType.File == field.File
        && field.MessageType.ContainingType == field.ContainingType;

    /// <summary>Returns whether an extension of a message set is declared in the message that it adds.</summary>
    private static bool IsItem(FieldDescriptor field) =>
        field is { IsExtension: true, IsRepeated: false, FieldType: FieldType.Message }
        && field.ContainingType == field.MessageType
        && field.ExtendeeType.GetOptions()?.MessageSetWireFormat == true;

    private static EnumSchema MakeEnum(EnumDescriptor type) =>
        // Google.Protobuf's C# reads every enum as an open one; text format must not name a number that a proto2 enum doesn't have.
        new(
            type.FullName, isClosed: type.File.Syntax == Syntax.Proto2,
            [.. type.Values.Select(value => new EnumValueSchema(value.Name, value.Number, JsonNameOf(value)))]);

    /// <summary>Reads (pb.enumvalue.json).string, which not every supported Google.Protobuf has a class for.</summary>
    private static string JsonNameOf(EnumValueDescriptor value)
    {
        if (value.GetOptions() is not { } options)
            return value.Name;
        var input = new CodedInputStream(options.ToByteArray());
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if (tag != ((JsonOptionNumber << 3) | Wire.Delimited))
            {
                input.SkipLastField();
                continue;
            }
            var option = input.ReadBytes().CreateCodedInput();
            while ((tag = option.ReadTag()) != 0)
            {
                if (tag == ((1 << 3) | Wire.Delimited))
                    return option.ReadString();
                option.SkipLastField();
            }
        }
        return value.Name;
    }

    private static FieldKind KindOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Double => FieldKind.Double,
        FieldType.Float => FieldKind.Float,
        FieldType.Int64 => FieldKind.Int64,
        FieldType.UInt64 => FieldKind.UInt64,
        FieldType.Int32 => FieldKind.Int32,
        FieldType.Fixed64 => FieldKind.Fixed64,
        FieldType.Fixed32 => FieldKind.Fixed32,
        FieldType.Bool => FieldKind.Bool,
        FieldType.String => FieldKind.String,
        FieldType.Group => FieldKind.Group,
        // Some versions of Google.Protobuf call a group a message.
        FieldType.Message => field.ToProto().Type == FieldDescriptorProto.Types.Type.Group ? FieldKind.Group : FieldKind.Message,
        FieldType.Bytes => FieldKind.Bytes,
        FieldType.UInt32 => FieldKind.UInt32,
        FieldType.SFixed32 => FieldKind.SFixed32,
        FieldType.SFixed64 => FieldKind.SFixed64,
        FieldType.SInt32 => FieldKind.SInt32,
        FieldType.SInt64 => FieldKind.SInt64,
        _ => FieldKind.Enum,
    };

    private sealed record Found(MessageDescriptor Descriptor, MessageSchema Schema);
}
