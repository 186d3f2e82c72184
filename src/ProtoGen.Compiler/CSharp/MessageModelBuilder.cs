using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Turns messages into their C# shape.</summary>
internal static class MessageModelBuilder
{
    public static MessageModel Build(MessageDescriptor message, int index, CSharpOptions options)
    {
        var fullName = CSharpNames.TypeName(message);
        var name = CSharpNames.ClassName(message);
        var hasBaseClass = BaseClassRules.Allow(name, fullName, options);
        var byNumber = OrderByNumber(message.Fields);
        var fields = BuildFields(message, byNumber, hasBaseClass, options, out var bits);
        return new MessageModel
        {
            Name = name,
            FullName = fullName,
            IsMapEntry = message.IsMapEntry,
            HasBaseClass = hasBaseClass,
            DescriptorAccessor = message.ContainingType is { } container
                ? $"{CSharpNames.TypeName(container)}.Descriptor.NestedTypes[{index}]"
                : $"{CSharpNames.Qualify(message.File, CSharpNames.ReflectionClass(message.File))}.Descriptor.MessageTypes[{index}]",
            Fields = new(fields),
            FieldsByNumber = new(byNumber),
            Oneofs = BuildOneofs(message),
            ReflectedOneofs = new([.. EmbeddedDescriptor.Oneofs(message, options.GoogleProtobuf).Select(static name => NameStyle.Pascal(name))]),
            HasBitsCount = (bits + 31) / 32,
            HasNullableAnnotations = options.NullableAnnotations,
            IsExtendable = message.ExtensionRanges.Count > 0,
            ExtensionsAreInternal = message.File.Name == "google/protobuf/descriptor.proto",
            Messages = CSharpModelBuilder.Map(message.Messages, Build, options),
            Enums = CSharpModelBuilder.Map(message.Enums, EnumModelBuilder.Build),
            Extensions = CSharpModelBuilder.Map(message.Extensions, FieldModelBuilder.BuildExtension, options),
            IsObsolete = message.IsDeprecated,
            Comment = CSharpModelBuilder.Comment(message),
        };
    }

    private static int[] OrderByNumber(IReadOnlyList<FieldDescriptor> fields)
    {
        var order = new int[fields.Count];
        var numbers = new int[fields.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            numbers[i] = fields[i].Number;
        }

        Array.Sort(numbers, order);
        return order;
    }

    /// <summary>Fields in source order; presence bits are given out in the order of numbers.</summary>
    private static FieldModel[] BuildFields(MessageDescriptor message, int[] byNumber, bool hasBaseClass, CSharpOptions options, out int bits)
    {
        bits = 0;
        var fields = new FieldModel[message.Fields.Count];
        foreach (var i in byNumber)
        {
            var field = message.Fields[i];
            var presence = FieldModelBuilder.PresenceOf(field);
            fields[i] = FieldModelBuilder.BuildField(field, presence, presence == PresenceKind.HasBit ? bits++ : -1, hasBaseClass, options);
        }

        return fields;
    }

    private static EquatableArray<OneofModel> BuildOneofs(MessageDescriptor message)
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
                PropertyName = NameStyle.Pascal(oneof.Name),
                CamelName = NameStyle.Camel(oneof.Name),
                Fields = new(members.ToArray()),
            });
        }

        return oneofs.Count == 0 ? default : new(oneofs.ToArray());
    }
}
