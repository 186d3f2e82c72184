using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Output;

/// <summary>Checks that the fields of FeatureSet and its extensions have the options that features require.</summary>
internal static class FeatureDeclarations
{
    /// <summary>Returns protoc's text for the first error; null if there is none.</summary>
    public static string? FindFault(MessageDescriptor featureSet, IReadOnlyList<FieldDescriptor> extensions) =>
        FindFault(featureSet)
        ?? extensions.Select(extension => FindExtensionFault(extension) ?? FindFault(extension.MessageType!))
            .FirstOrDefault(fault => fault is not null);

    private static string? FindFault(MessageDescriptor type) =>
        type.Oneofs.Count > 0
            ? $"Type {type.FullName} contains unsupported oneof feature fields."
            : type.Fields.Select(FindFieldFault).FirstOrDefault(fault => fault is not null);

    private static string? FindExtensionFault(FieldDescriptor extension)
    {
        if (extension.MessageType is not { } type)
        {
            return $"FeatureSet extension {extension.FullName} is not of message type.  Feature extensions should always use messages to allow for evolution.";
        }

        if (extension.IsRepeated)
        {
            return $"Only singular features extensions are supported.  Found repeated extension {extension.FullName}";
        }

        return type.Extensions.Count > 0 || type.ExtensionRanges.Count > 0
            ? $"Nested extensions in feature extension {extension.FullName} are not supported."
            : null;
    }

    private static string? FindFieldFault(FieldDescriptor field)
    {
        if (field.IsRequired)
        {
            return $"Feature field {field.FullName} is an unsupported required field.";
        }

        if (field.IsRepeated)
        {
            return $"Feature field {field.FullName} is an unsupported repeated field.";
        }

        if (field.Type is not (FieldType.Enum or FieldType.Bool))
        {
            return $"Feature field {field.FullName} is not an enum or boolean.";
        }

        var declaration = FeatureDeclaration.Of(field);
        if (!declaration.HasTargets)
        {
            return $"Feature field {field.FullName} has no target specified.";
        }

        return declaration.Defaults.All(entry => entry.Edition != Edition.Legacy)
            ? $"Feature field {field.FullName} has no default specified for EDITION_LEGACY, before it was introduced."
            : FindSupportFault(field, declaration);
    }

    private static string? FindSupportFault(FieldDescriptor field, FeatureDeclaration declaration)
    {
        if (!declaration.HasSupport)
        {
            return $"Feature field {field.FullName} has no feature support specified.";
        }

        if (declaration.Introduced is not { } introduced)
        {
            return $"Feature field {field.FullName} does not specify the edition it was introduced in.";
        }

        foreach ((var edition, _) in declaration.Defaults.Where(entry => entry.Edition >= Edition.Edition2023))
        {
            var start = $"Feature field {field.FullName} has a default specified for edition {EditionNames.ShortOf(edition)}, ";
            if (edition < introduced)
            {
                return start + "before it was introduced.";
            }

            if (edition > declaration.Removed)
            {
                return start + "after it was removed.";
            }
        }

        return null;
    }
}
