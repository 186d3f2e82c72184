using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime.Schema;

/// <summary>Creates and caches schemas for Google.Protobuf's descriptors.</summary>
internal static class DescriptorSchema
{
    // The number of the extension pb.enumvalue.json, and that of the field string in its message.
    private const int JsonOptionNumber = 998;
    private const int JsonStringNumber = 1;

    // The keys are weak, so that descriptors that were built at run time can be collected.
    private static readonly ConditionalWeakTable<MessageDescriptor, MessageSchema> Messages = new();
    private static readonly ConditionalWeakTable<EnumDescriptor, EnumSchema> Enums = new();

    // A lookup in the weak table costs as much as writing a small message. Programs use few types at a time, so this cache finds most of
    // them.
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
            FindReservedNames = () => ProtoOf(message).ReservedName,
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
            IsPacked = field.IsRepeated && kind.IsPackable() && IsPacked(field),
            IsRequired = field.IsRequired,
            HasPresence = field.HasPresence,
            ValidatesUtf8 = kind == FieldKind.String && field.File.Syntax != Syntax.Proto2,
            Oneof = field.RealContainingOneof?.Index ?? -1,
            OneofName = field.RealContainingOneof?.Name,
            GroupName = IsGroupLike(field) ? field.MessageType.Name : null,
            ItemName = IsItem(field) ? field.MessageType.FullName : null,
        };
    }

    /// <summary>
    /// Returns whether text format names the field by its message. protoc does so only where proto2 could have declared the field as a
    /// group.
    /// </summary>
    private static bool IsGroupLike(FieldDescriptor field) =>
        KindOf(field) == FieldKind.Group
        && field.Name == field.MessageType.Name.ToLowerInvariant()
        && field.MessageType.File == field.File
        && field.MessageType.ContainingType == field.ContainingType;

    /// <summary>Returns whether an extension of a message set is declared inside the message that is its type.</summary>
    private static bool IsItem(FieldDescriptor field) =>
        field is { IsExtension: true, IsRepeated: false, FieldType: FieldType.Message }
        && field.ContainingType == field.MessageType
        && field.ExtendeeType.GetOptions()?.MessageSetWireFormat == true;

    private static EnumSchema MakeEnum(EnumDescriptor type) =>
        // Google.Protobuf's C# treats every enum as open, but text format must treat the enums of proto2 as closed.
        new(
            type.FullName, isClosed: type.File.Syntax == Syntax.Proto2,
            [.. type.Values.Select(value => new EnumValueSchema(value.Name, value.Number, JsonNameOf(value)))]);

    /// <summary>Returns the JSON name of an enum value: the option (pb.enumvalue.json).string, or the value's name.</summary>
    /// <remarks>The option is read from bytes, because not all supported versions of Google.Protobuf have a class for it.</remarks>
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
                if (tag == ((JsonStringNumber << 3) | Wire.Delimited))
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
        // Some versions of Google.Protobuf return FieldType.Message for a group.
        FieldType.Message => ProtoOf(field).Type == FieldDescriptorProto.Types.Type.Group ? FieldKind.Group : FieldKind.Message,
        FieldType.Bytes => FieldKind.Bytes,
        FieldType.UInt32 => FieldKind.UInt32,
        FieldType.SFixed32 => FieldKind.SFixed32,
        FieldType.SFixed64 => FieldKind.SFixed64,
        FieldType.SInt32 => FieldKind.SInt32,
        FieldType.SInt64 => FieldKind.SInt64,
        _ => FieldKind.Enum,
    };

    // In some versions of Google.Protobuf before 3.21, FieldDescriptor.IsPacked fails for a field of proto3 without options.
    private static bool IsPacked(FieldDescriptor field) =>
        (field.File.Syntax == Syntax.Proto3 && field.GetOptions() == null) || field.IsPacked;

    // Versions of Google.Protobuf before 3.21 have no ToProto; in those, the internal property is the only access.
    private static DescriptorProto ProtoOf(MessageDescriptor message)
    {
        try
        {
            return ToProto(message);
        }
        catch (MissingMethodException)
        {
            return GetProto(message);
        }
    }

    private static FieldDescriptorProto ProtoOf(FieldDescriptor field)
    {
        try
        {
            return ToProto(field);
        }
        catch (MissingMethodException)
        {
            return GetProto(field);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ToProto")]
    private static extern DescriptorProto ToProto(MessageDescriptor message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ToProto")]
    private static extern FieldDescriptorProto ToProto(FieldDescriptor field);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Proto")]
    private static extern DescriptorProto GetProto(MessageDescriptor message);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Proto")]
    private static extern FieldDescriptorProto GetProto(FieldDescriptor field);

    private sealed record Found(MessageDescriptor Descriptor, MessageSchema Schema);
}
