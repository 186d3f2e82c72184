using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Tool.Output;

/// <summary>
/// Computes the default features for each edition in which one of them changes, from the declarations in FeatureSet and its extensions.
/// </summary>
internal sealed class EditionDefaults(MessageDescriptor featureSet, IReadOnlyList<FieldDescriptor> extensions)
{
    /// <summary>The extensions with which protoc is built: pb.cpp, pb.java and pb.csharp. All others are written after them.</summary>
    private static readonly HashSet<int> KnownExtensions = [1000, 1001, 1004];

    /// <summary>Writes a FeatureSetDefaults. Returns an error in the declarations; null if there is none.</summary>
    public string? TryWrite(WireWriter writer, Edition minimum, Edition maximum)
    {
        if (minimum > maximum)
        {
            return $"Invalid edition range, edition {EditionNames.ShortOf(minimum)} is newer than edition {EditionNames.ShortOf(maximum)}";
        }

        if (FeatureDeclarations.FindFault(featureSet, extensions) is { } fault)
        {
            return fault;
        }

        var editions = new SortedSet<Edition>();
        foreach (var field in AllFields())
        {
            editions.UnionWith(FeatureDeclaration.Of(field).Changes.Where(edition => edition <= maximum || edition == Edition.Unstable));
        }

        if (editions.Min > minimum)
        {
            return $"Minimum edition {EditionNames.ShortOf(minimum)} is earlier than the oldest valid edition {EditionNames.ShortOf(editions.Min)}";
        }

        foreach (var edition in editions)
        {
            var start = writer.BeginMessage(DescriptorFields.FeatureSetDefaults.Defaults);
            writer.WriteInt32(DescriptorFields.FeatureSetEditionDefault.Edition, (int)edition);
            if ((WriteFeatures(writer, DescriptorFields.FeatureSetEditionDefault.OverridableFeatures, edition, isFixed: false)
                ?? WriteFeatures(writer, DescriptorFields.FeatureSetEditionDefault.FixedFeatures, edition, isFixed: true)) is { } error)
            {
                return error;
            }

            writer.EndMessage(start);
        }

        writer.WriteInt32(DescriptorFields.FeatureSetDefaults.MinimumEdition, (int)minimum);
        writer.WriteInt32(DescriptorFields.FeatureSetDefaults.MaximumEdition, (int)maximum);
        return null;
    }

    private IEnumerable<FieldDescriptor> AllFields() =>
        extensions.Select(extension => extension.MessageType!).Prepend(featureSet).SelectMany(type => type.Fields);

    /// <summary>Writes the features that files of the edition can set, or those that are fixed in it.</summary>
    private string? WriteFeatures(WireWriter writer, int number, Edition edition, bool isFixed)
    {
        var start = writer.BeginMessage(number);
        var error = WriteValues(writer, featureSet, edition, isFixed);
        foreach (var extension in extensions.OrderBy(extension => !KnownExtensions.Contains(extension.Number)))
        {
            var content = writer.BeginMessage(extension.Number);
            error ??= WriteValues(writer, extension.MessageType!, edition, isFixed);
            writer.EndMessage(content);
        }

        writer.EndMessage(start);
        return error;
    }

    private static string? WriteValues(WireWriter writer, MessageDescriptor type, Edition edition, bool isFixed)
    {
        foreach (var field in type.Fields.OrderBy(field => field.Number))
        {
            var declaration = FeatureDeclaration.Of(field);
            if (declaration.DefaultIn(edition) is not { } text)
            {
                return $"No valid default found for edition {EditionNames.ShortOf(edition)} in feature field {field.FullName}";
            }

            if (ParseValue(field, text) is not { } value)
            {
                return $"Parsing error in edition_defaults for feature field {field.FullName}. Could not parse: {text}";
            }

            if (declaration.IsFixedIn(edition) == isFixed)
            {
                writer.WriteInt32(field.Number, value);
            }
        }

        return null;
    }

    private static int? ParseValue(FieldDescriptor field, string text)
    {
        if (field.EnumType is { } type)
        {
            return type.Values.FirstOrDefault(value => value.Name == text)?.Number;
        }

        return text switch
        {
            "true" => 1,
            "false" => 0,
            _ => null,
        };
    }
}
