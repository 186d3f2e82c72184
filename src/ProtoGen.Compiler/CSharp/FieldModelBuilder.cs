using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Builds the models of fields and extensions.</summary>
internal static class FieldModelBuilder
{
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "GetType", "MemberwiseClone", "ReferenceEquals",
    };

    public static FieldModel BuildField(
        FieldDescriptor field, string property, string camel, PresenceKind presence, int hasBit, bool hasBaseClass,
        CSharpOptions options) =>
        Build(field, property, camel, options) with
        {
            Presence = presence,
            HasBitIndex = hasBit,
            StorageName = StorageName(property, camel, presence),
            HasPresenceMembers = SupportsPresence(field),
            HasDefaultField = options.PartialClasses.Count > 0 && SupportsPresence(field)
                && BaseClassRules.UsesPrivateField(CSharpNames.TypeName(field.ContainingType), property + "DefaultValue", options),
            HidesInherited = Inherited.Contains(property) || (hasBaseClass && BaseClassRules.IsInherited(property)),
            OneofIndex = IndexOfOneof(field),
            OneofCaseName = field.RealContainingOneof is null ? "" : CSharpNames.OneofCase(property),
        };

    /// <summary>Builds the extensions whose static fields are in one class.</summary>
    public static EquatableArray<FieldModel> BuildExtensions(
        IReadOnlyList<FieldDescriptor> extensions, string className, CSharpOptions options)
    {
        if (extensions.Count == 0) return default;
        var names = CSharpNames.Extensions(extensions, className);
        return CSharpModelBuilder.Map(extensions, (field, index, _) => BuildExtension(field, names[index], options), options);
    }

    private static FieldModel BuildExtension(FieldDescriptor field, string name, CSharpOptions options) =>
        Build(field, name, CSharpNames.Camel(field), options) with
        {
            ExtendedTypeName = CSharpNames.TypeName(field.ContainingType),
            HidesInherited = Inherited.Contains(name),
        };

    /// <summary>Returns the way in which a field, but not an extension, stores whether it is set.</summary>
    public static PresenceKind PresenceOf(FieldDescriptor field)
    {
        if (field.RealContainingOneof is not null) return PresenceKind.OneofCase;
        if (field.IsRepeated) return PresenceKind.Implicit;
        if (field.Type is FieldType.Message or FieldType.Group) return PresenceKind.Null;
        if (!field.HasPresence) return PresenceKind.Implicit;
        return field.Type is FieldType.String or FieldType.Bytes ? PresenceKind.Null : PresenceKind.HasBit;
    }

    /// <summary>Returns the member that stores the value.</summary>
    /// <remarks>
    /// Outside oneofs it is a private field with protoc's name. An automatic property would be as cheap to compile, but at start-up the
    /// just-in-time compiler would compile its accessors for the methods that read and write the message.
    /// </remarks>
    private static string StorageName(string property, string camel, PresenceKind presence)
    {
        if (presence == PresenceKind.OneofCase) return property;
        // The property of the field _equals is Equals_, and protoc gives its private field the same name.
        var name = camel + "_";
        return name == property ? name + "_" : name;
    }

    private static FieldModel Build(FieldDescriptor field, string property, string camel, CSharpOptions options)
    {
        var value = field.IsMap ? MapPart(field, FieldNumbers.MapValue, options) : Value(field, options);
        var wireType = ScalarWriter.WireTypeOf(field.Type);
        return new FieldModel
        {
            ProtoName = field.Name,
            Number = field.Number,
            Cardinality = field.IsMap ? FieldCardinality.Map : field.IsRepeated ? FieldCardinality.Repeated : FieldCardinality.Singular,
            Value = value,
            MapKey = field.IsMap ? MapPart(field, FieldNumbers.MapKey, options) : null,
            PropertyName = property,
            PropertyTypeName = options.NullableAnnotations && value.IsMessage ? value.TypeName + "?" : value.TypeName,
            HasNullableAnnotations = options.NullableAnnotations,
            CamelName = camel,
            Tag = WireWriter.TagOf(field.Number, field.IsPacked || field.IsMap ? WireType.LengthDelimited : wireType),
            IsPacked = field.IsPacked,
            IsPackable = field.IsRepeated && (wireType is WireType.Varint or WireType.Fixed32 or WireType.Fixed64),
            IsObsolete = field.IsDeprecated || (field.Type == FieldType.Message && field.MessageType!.IsDeprecated),
            Comment = CSharpModelBuilder.Comment(field),
            Presence = PresenceKind.Implicit,
            HasBitIndex = -1,
            StorageName = "",
            HasPresenceMembers = false,
            HasDefaultField = false,
            HidesInherited = false,
            OneofIndex = -1,
            OneofCaseName = "",
            ExtendedTypeName = "",
        };
    }

    private static ValueModel MapPart(FieldDescriptor map, int number, CSharpOptions options)
    {
        foreach (var field in map.MessageType!.Fields)
        {
            if (field.Number == number)
                return Value(field, options);
        }

        throw new InvalidOperationException($"The entry type of {map.FullName} has no field {number}.");
    }

    private static ValueModel Value(FieldDescriptor field, CSharpOptions options)
    {
        var wrapped = CSharpNames.IsWrapper(field) ? field.MessageType!.Fields[0].Type : FieldType.Unresolved;
        return new ValueModel
        {
            Type = field.Type,
            Wrapped = wrapped,
            TypeName = wrapped == FieldType.Unresolved ? TypeName(field) : WrapperTypeName(wrapped, options),
            Tag = WireWriter.TagOf(field.Number, ScalarWriter.WireTypeOf(field.Type)),
            EndTag = field.Type == FieldType.Group ? WireWriter.TagOf(field.Number, WireType.EndGroup) : 0,
            Default = wrapped == FieldType.Unresolved ? DefaultValues.Expression(field) : DefaultValues.Zero(wrapped),
            DefaultIsZero = wrapped == FieldType.Unresolved && DefaultValues.IsZero(field),
        };
    }

    private static string TypeName(FieldDescriptor field) => field.Type switch
    {
        FieldType.Message or FieldType.Group => CSharpNames.TypeName(field.MessageType!),
        FieldType.Enum => CSharpNames.TypeName(field.EnumType!),
        _ => TypeName(field.Type),
    };

    private static string TypeName(FieldType type) => type switch
    {
        FieldType.Double => "double",
        FieldType.Float => "float",
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => "long",
        FieldType.UInt64 or FieldType.Fixed64 => "ulong",
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => "int",
        FieldType.UInt32 or FieldType.Fixed32 => "uint",
        FieldType.Bool => "bool",
        FieldType.String => "string",
        FieldType.Bytes => "pb::ByteString",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a scalar."),
    };

    private static string WrapperTypeName(FieldType wrapped, CSharpOptions options) =>
        wrapped is FieldType.String or FieldType.Bytes && !options.NullableAnnotations ? TypeName(wrapped) : TypeName(wrapped) + "?";

    /// <summary>Returns whether a field has the members HasX and ClearX.</summary>
    public static bool SupportsPresence(FieldDescriptor field) => field.Type != FieldType.Message && field.HasPresence && !field.IsRepeated;

    private static int IndexOfOneof(FieldDescriptor field)
    {
        if (field.RealContainingOneof is not { } own) return -1;
        var index = 0;
        foreach (var oneof in field.ContainingType.Oneofs)
        {
            if (oneof == own) return index;
            if (!oneof.IsSynthetic) index++;
        }

        return -1;
    }
}
