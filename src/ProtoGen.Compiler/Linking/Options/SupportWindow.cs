using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>The editions in which a field or an enum value of an options message can be used, from FieldOptions.FeatureSupport.</summary>
/// <param name="Introduced">The first edition; <see cref="Edition.Unknown"/> if none is declared.</param>
/// <param name="Deprecated">The edition in which its use becomes a warning.</param>
/// <param name="DeprecationWarning">The text of the warning.</param>
/// <param name="Removed">The edition in which its use becomes an error.</param>
/// <param name="RemovalError">The text of the error.</param>
internal sealed record SupportWindow(
    Edition Introduced, Edition? Deprecated, string? DeprecationWarning, Edition? Removed, string? RemovalError)
{
    /// <summary>Returns the editions of a field; null if it declares none.</summary>
    public static SupportWindow? Of(FieldDescriptor field) => Read(field.Options.GetMessage(DescriptorFields.FieldOptions.FeatureSupport));

    /// <summary>Returns the editions of an enum value; null if it declares none.</summary>
    public static SupportWindow? Of(EnumValueDescriptor value) =>
        Read(value.Options.GetMessage(DescriptorFields.EnumValueOptions.FeatureSupport));

    /// <summary>Returns a copy of this window in which the values of another one take precedence.</summary>
    public SupportWindow OverriddenBy(SupportWindow other) => new(
        other.Introduced == Edition.Unknown ? Introduced : other.Introduced,
        other.Deprecated ?? Deprecated,
        other.DeprecationWarning ?? DeprecationWarning,
        other.Removed ?? Removed,
        other.RemovalError ?? RemovalError);

    private static SupportWindow? Read(OptionMessage? message) => message is null
        ? null
        : new SupportWindow(
            (Edition)(message.GetEnum(DescriptorFields.FeatureSupport.EditionIntroduced) ?? 0),
            (Edition?)message.GetEnum(DescriptorFields.FeatureSupport.EditionDeprecated),
            message.GetString(DescriptorFields.FeatureSupport.DeprecationWarning),
            (Edition?)message.GetEnum(DescriptorFields.FeatureSupport.EditionRemoved),
            message.GetString(DescriptorFields.FeatureSupport.RemovalError));
}
