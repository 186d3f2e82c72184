using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Output;

/// <summary>The declaration of a feature in the options of a field of FeatureSet.</summary>
internal sealed class FeatureDeclaration
{
    private FeatureDeclaration(FieldDescriptor field)
    {
        var support = field.Options.GetMessage(DescriptorFields.FieldOptions.FeatureSupport);
        HasTargets = field.Options.Has(DescriptorFields.FieldOptions.Targets);
        HasSupport = support is not null;
        Introduced = (Edition?)support?.GetEnum(DescriptorFields.FeatureSupport.EditionIntroduced);
        Removed = (Edition?)support?.GetEnum(DescriptorFields.FeatureSupport.EditionRemoved);
        Defaults = field.Options.GetMessages(DescriptorFields.FieldOptions.EditionDefaults)
            .Select(
                entry => (
                    (Edition)(entry.GetEnum(DescriptorFields.EditionDefault.Edition) ?? 0),
                    entry.GetString(DescriptorFields.EditionDefault.Value) ?? ""))
            .ToList();
    }

    public bool HasTargets { get; }

    public bool HasSupport { get; }

    public Edition? Introduced { get; }

    public Edition? Removed { get; }

    public IReadOnlyList<(Edition Edition, string Value)> Defaults { get; }

    /// <summary>Gets the editions in which the feature or its default value changes.</summary>
    public IEnumerable<Edition> Changes =>
        Defaults.Select(entry => entry.Edition).Append(Introduced ?? Edition.Unknown).Concat(Removed is { } removed ? [removed] : []);

    public static FeatureDeclaration Of(FieldDescriptor field) => new(field);

    /// <summary>Returns the text of the default value in an edition; null if there is none.</summary>
    /// <remarks>It is the default value of the newest edition that is not later.</remarks>
    public string? DefaultIn(Edition edition) =>
        Defaults.Where(entry => entry.Edition <= edition).OrderBy(entry => entry.Edition).Select(entry => entry.Value).LastOrDefault();

    /// <summary>Returns whether files of the edition cannot set the feature.</summary>
    public bool IsFixedIn(Edition edition) => edition < Introduced || edition >= Removed;
}
