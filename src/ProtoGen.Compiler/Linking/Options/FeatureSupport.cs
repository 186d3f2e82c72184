using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Checks the editions in which options can be used, both in the declarations of options and where options are set.</summary>
internal static class FeatureSupport
{
    /// <summary>Returns the error in the editions that a field or the values of its enum declare; null if there is none.</summary>
    public static string? Validate(FieldDescriptor field)
    {
        var window = SupportWindow.Of(field);
        if (window is null) return null;
        var error = Validate(window, field.FullName);
        for (var i = 0; error is null && i < field.EnumType?.Values.Count; i++)
            error = Validate(window, field.EnumType.Values[i], field.FullName);
        return error;
    }

    /// <summary>Returns the error in the editions that an enum value declares; null if there is none.</summary>
    public static string? Validate(EnumValueDescriptor value) =>
        SupportWindow.Of(value) is { } window ? Validate(window, value.FullName) : null;

    /// <summary>Reports each option of an element that the file's edition does not have or deprecates, features first.</summary>
    public static void ValidateLifetimes(LinkContext context, Descriptor element)
    {
        if (OptionRules.FindRestricted(context, element) is not var (options, type)) return;
        var fields = SetField.ListOf(options.OpenReader(), type, context.OptionBindings);
        var features = fields.FindIndex(field => field.Descriptor is { IsExtension: false, Name: "features" });
        if (features >= 0)
        {
            foreach (var message in fields[features].Messages)
                ReportUses(context, element, ListOf(context, message, fields[features].Descriptor));
            fields.RemoveAt(features);
        }

        ReportUses(context, element, fields);
    }

    private static string? Validate(SupportWindow window, string name)
    {
        if (window.Deprecated is { } deprecated)
        {
            if (deprecated < window.Introduced) return $"{name} was deprecated before it was introduced.";
            if (window.DeprecationWarning is null) return $"{name} is deprecated but does not specify a deprecation warning.";
        }
        else if (window.DeprecationWarning is not null)
        {
            return $"{name} specifies a deprecation warning but is not marked deprecated in any edition.";
        }

        if (window.Removed is not { } removed)
        {
            return window.RemovalError is null ? null : $"{name} specifies a removal error but is not marked removed in any edition.";
        }

        if ((window.Deprecated ?? Edition.Unknown) >= removed) return $"{name} was deprecated after it was removed.";
        if (removed < window.Introduced) return $"{name} was removed before it was introduced.";
        return window.Introduced != removed && window.RemovalError is null
            ? $"{name} has been removed but does not specify a removal error."
            : null;
    }

    /// <summary>Returns the error in the editions of an enum value, which may narrow those of its field but not extend them.</summary>
    private static string? Validate(SupportWindow field, EnumValueDescriptor value, string fieldName)
    {
        if (SupportWindow.Of(value) is not { } own) return null;
        var window = field.OverriddenBy(own);
        if (Validate(window, value.FullName) is { } error) return error;
        if (window.Introduced < field.Introduced) return $"value {value.FullName} was introduced before {fieldName} was.";
        if (field.Removed is { } removed && window.Removed > removed) return $"value {value.FullName} was removed after {fieldName} was.";
        return field.Deprecated is { } deprecated && window.Deprecated > deprecated
            ? $"value {value.FullName} was deprecated after {fieldName} was."
            : null;
    }

    private static List<SetField> ListOf(LinkContext context, WireReader message, FieldDescriptor field) =>
        SetField.ListOf(message, field.MessageType!, context.OptionBindings);

    private static void ReportUses(LinkContext context, Descriptor element, List<SetField> fields)
    {
        var uses = new FeatureUses(context.File, context.OptionBindings);
        uses.Check(fields);
        var span = DiagnosticSpans.ProtocSpan(element, ErrorLocation.Name);
        foreach (var (kind, arguments) in uses.Errors) context.Reporter.ReportLate(LinkStage.Lifetimes, kind, span, arguments);
        foreach (var (kind, arguments) in uses.Warnings) context.Reporter.ReportLate(LinkStage.Lifetimes, kind, span, arguments);
    }
}
