using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks fields and extensions.</summary>
internal sealed class FieldValidator(LinkContext context)
{
    private readonly FieldFeatureValidator _features = new(context);
    private readonly MapValidator _maps = new(context);
    private readonly ExtensionDeclarations _declarations = new(context);
    private readonly bool _isLite = LiteRuntime.IsLite(context.File);

    internal void Validate(FieldDescriptor field)
    {
        if (FeatureSupport.Validate(field) is { } message)
            context.Report(LinkDiagnostics.FeatureSupportInvalid, field, ErrorLocation.OptionName, message);
        if (context.File.Edition >= Edition.Edition2023) _features.Validate(field);
        if (!field.Options.IsEmpty) ValidateOptions(field);
        ValidateMessageSet(field);
        ValidateLite(field);
        if (field.MessageType is { IsMapEntry: true }) _maps.Validate(field);
        if (!field.Options.IsEmpty) ValidateJsType(field);
        if (field.HasJsonName) ValidateJsonName(field);
        if (field.IsExtension) _declarations.Check(field);
    }

    private void ValidateOptions(FieldDescriptor field)
    {
        var options = field.Options;
        if (context.File.Edition >= Edition.Edition2024 && options.Has(DescriptorFields.FieldOptions.Ctype))
            context.Report(LinkDiagnostics.CtypeOption, field, ErrorLocation.Type);
        var isUnverified = options.GetBool(DescriptorFields.FieldOptions.UnverifiedLazy);
        if (isUnverified || options.GetBool(DescriptorFields.FieldOptions.Lazy))
        {
            if (field.Type != FieldType.Message) context.Report(LinkDiagnostics.LazyTarget, field, ErrorLocation.Type);
            if (isUnverified && field.IsExtension) context.Report(LinkDiagnostics.LazyExtension, field, ErrorLocation.Type);
        }

        if (!field.IsPackable && options.GetBool(DescriptorFields.FieldOptions.Packed))
            context.Report(LinkDiagnostics.PackedOptionTarget, field, ErrorLocation.Type);
    }

    private void ValidateMessageSet(FieldDescriptor field)
    {
        if (!field.ContainingType.IsMessageSet) return;
        if (!field.IsExtension)
            context.Report(LinkDiagnostics.MessageSetField, field, ErrorLocation.Name);
        else if (field.IsRequired || field.IsRepeated || field.Type != FieldType.Message)
            context.Report(LinkDiagnostics.MessageSetExtension, field, ErrorLocation.Type);
    }

    private void ValidateLite(FieldDescriptor field)
    {
        if (_isLite && field.ContainingType.File != context.File && !LiteRuntime.IsLite(field.ContainingType.File))
            context.Report(LinkDiagnostics.LiteExtension, field, ErrorLocation.Extendee);
    }

    private void ValidateJsType(FieldDescriptor field)
    {
        if (field.Options.GetEnum(DescriptorFields.FieldOptions.Jstype) is null or 0) return;
        if (field.Type is FieldType.Int64 or FieldType.UInt64 or FieldType.SInt64 or FieldType.Fixed64 or FieldType.SFixed64) return;
        context.Report(LinkDiagnostics.JsTypeTarget, field, ErrorLocation.Type);
    }

    private void ValidateJsonName(FieldDescriptor field)
    {
        if (field.IsExtension && field.JsonName != NamingRules.Json(field.Name))
            context.Report(LinkDiagnostics.ExtensionJsonName, field, ErrorLocation.OptionName);
        if (field.JsonName.IndexOf('\0') >= 0) context.Report(LinkDiagnostics.JsonNameNull, field, ErrorLocation.OptionName);
    }
}
