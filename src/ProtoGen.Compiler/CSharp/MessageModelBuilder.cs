using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Builds the models of messages.</summary>
internal static class MessageModelBuilder
{
    public static MessageModel Build(MessageDescriptor message, int index, CSharpOptions options)
    {
        var fullName = CSharpNames.TypeName(message);
        var name = CSharpNames.ClassName(message);
        var hasBaseClass = BaseClassRules.Allow(name, fullName, options);
        var names = MemberNames.Of(message);
        var byNumber = OrderByNumber(message.Fields);
        var fields = BuildFields(message, names, byNumber, hasBaseClass, options, out var bits);
        return new MessageModel
        {
            Name = name,
            FullName = fullName,
            IsMapEntry = message.IsMapEntry,
            HasBaseClass = hasBaseClass,
            HasUserPart = BaseClassRules.HasUserPart(fullName, options),
            HasEqualityOperator = BaseClassRules.Declares(fullName, "operator ==", options),
            HasParserField = BaseClassRules.UsesPrivateField(fullName, "_parser", options),
            IsNewTaken = name == "_New" || BaseClassRules.Declares(fullName, "_New", options),
            DescriptorAccessor = message.ContainingType is { } container
                ? $"{CSharpNames.TypeName(container)}.Descriptor.NestedTypes[{NumberText.FormatInteger(index)}]"
                : CSharpNames.Qualify(message.File, CSharpNames.ReflectionClass(message.File))
                    + $".Descriptor.MessageTypes[{NumberText.FormatInteger(index)}]",
            Fields = new(fields),
            FieldsByNumber = new(WithoutDuplicates(byNumber, message.Fields)),
            Oneofs = BuildOneofs(message, names),
            ReflectedOneofs = new([.. EmbeddedDescriptor.Oneofs(message, options.GoogleProtobuf).Select(names.GetOneof)]),
            HasBitsCount = (bits + 31) / 32,
            HasNullableAnnotations = options.NullableAnnotations,
            HasNestedTypes = CSharpNames.HasNestedTypes(message),
            IsExtendable = message.ExtensionRanges.Count > 0,
            ExtensionsAreInternal = message.File.Name == FileDescriptor.DescriptorProtoName,
            Messages = CSharpModelBuilder.Map(message.Messages, Build, options),
            Enums = CSharpModelBuilder.Map(message.Enums, EnumModelBuilder.Build),
            Extensions = FieldModelBuilder.BuildExtensions(message.Extensions, CSharpNames.ExtensionsClass, options),
            IsObsolete = message.IsDeprecated,
            Comment = CSharpModelBuilder.Comment(message),
        };
    }

    private static int[] OrderByNumber(IReadOnlyList<FieldDescriptor> fields)
    {
        var order = new int[fields.Count];
        var numbers = new int[fields.Count];
        var isSorted = true;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            numbers[i] = fields[i].Number;
            isSorted &= i == 0 || numbers[i] > numbers[i - 1];
        }

        if (!isSorted) Array.Sort(numbers, order);
        return order;
    }

    // protoc reports two fields with the same number. Generating both would only make the C# compiler report the error again.
    private static int[] WithoutDuplicates(int[] byNumber, IReadOnlyList<FieldDescriptor> fields)
    {
        var count = 0;
        var different = new int[byNumber.Length];
        for (var i = 0; i < byNumber.Length; i++)
        {
            if (i == 0 || fields[byNumber[i]].Number != fields[byNumber[i - 1]].Number) different[count++] = byNumber[i];
        }

        Array.Resize(ref different, count);
        return different;
    }

    /// <summary>Builds the fields in source order. Their presence bits are numbered in the order of field numbers.</summary>
    private static FieldModel[] BuildFields(
        MessageDescriptor message, MemberNames names, int[] byNumber, bool hasBaseClass, CSharpOptions options, out int bits)
    {
        bits = 0;
        var fields = new FieldModel[message.Fields.Count];
        foreach (var i in byNumber)
        {
            var field = message.Fields[i];
            var presence = FieldModelBuilder.PresenceOf(field);
            var bit = presence == PresenceKind.HasBit ? bits++ : -1;
            fields[i] = FieldModelBuilder.BuildField(field, names.GetProperty(i), names.GetCamel(i), presence, bit, hasBaseClass, options);
        }

        return fields;
    }

    private static EquatableArray<OneofModel> BuildOneofs(MessageDescriptor message, MemberNames names)
    {
        var oneofs = new List<OneofModel>();
        foreach (var oneof in message.Oneofs)
        {
            if (oneof.IsSynthetic) continue;
            var members = new List<int>();
            for (var i = 0; i < message.Fields.Count; i++)
            {
                if (message.Fields[i].ContainingOneof == oneof)
                    members.Add(i);
            }

            oneofs.Add(new OneofModel
            {
                ProtoName = oneof.Name,
                PropertyName = names.GetOneof(oneof.Name),
                CamelName = names.GetOneofCamel(oneof.Name),
                Fields = new(members.ToArray()),
            });
        }

        return oneofs.Count == 0 ? default : new(oneofs.ToArray());
    }
}
