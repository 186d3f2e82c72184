using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Builds the models of enums.</summary>
internal static class EnumModelBuilder
{
    public static EnumModel Build(EnumDescriptor type)
    {
        var names = CSharpNames.Values(type);
        var numbers = new HashSet<int>();
        var values = new EnumValueModel[names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = type.Values[i];
            values[i] = new EnumValueModel
            {
                Name = names[i],
                OriginalName = value.Name,
                Number = value.Number,
                IsAlias = !numbers.Add(value.Number),
                IsObsolete = value.IsDeprecated,
                Comment = CSharpModelBuilder.Comment(value),
            };
        }

        return new EnumModel
        {
            Name = CSharpNames.EnumName(type),
            FullName = CSharpNames.TypeName(type),
            Values = new(values),
            IsObsolete = type.IsDeprecated,
            Comment = CSharpModelBuilder.Comment(type),
        };
    }
}
