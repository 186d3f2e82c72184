using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks that the features of fields in files with an edition are consistent and apply to the fields.</summary>
internal sealed class FieldFeatureValidator(LinkContext context)
{
    internal void Validate(FieldDescriptor field)
    {
        ValidateSyntax(field);
        ValidateResolved(field);
        if (field.ContainingType is { IsMapEntry: true } || field.Options.IsEmpty) return;
        if (field.Options.GetMessage(DescriptorFields.FieldOptions.Features) is { } written) ValidateWritten(field, written);
    }

    private void ValidateSyntax(FieldDescriptor field)
    {
        if (field.Node.Label == FieldLabel.Required) Report(LinkDiagnostics.RequiredLabel, field);
        if (field.Node.Type == FieldType.Group) Report(LinkDiagnostics.GroupType, field);
        if (field.Options.Has(DescriptorFields.FieldOptions.Packed)) Report(LinkDiagnostics.PackedOption, field);
    }

    private void ValidateResolved(FieldDescriptor field)
    {
        if (!field.IsRepeated && !field.HasPresence)
        {
            if (field.DefaultValueText is not null) Report(LinkDiagnostics.ImplicitDefault, field);
            if (field.EnumType is { IsClosed: true }) Report(LinkDiagnostics.ImplicitClosedEnum, field);
        }

        if (field is { IsExtension: true, IsRequired: true }) Report(LinkDiagnostics.RequiredExtensionFeature, field);
    }

    private void ValidateWritten(FieldDescriptor field, OptionMessage written)
    {
        if (written.GetEnum(DescriptorFields.FeatureSet.FieldPresence) is { } presence) ValidatePresence(field, (FieldPresence)presence);
        if (!field.IsRepeated && written.Has(DescriptorFields.FeatureSet.RepeatedFieldEncoding))
            Report(LinkDiagnostics.RepeatedEncodingTarget, field);
        if (field.Type != FieldType.String && !IsStringMap(field) && written.Has(DescriptorFields.FeatureSet.Utf8Validation))
            Report(LinkDiagnostics.Utf8ValidationTarget, field);
        if (!field.IsPackable && written.GetEnum(DescriptorFields.FeatureSet.RepeatedFieldEncoding) == (int)RepeatedFieldEncoding.Packed)
            Report(LinkDiagnostics.PackedTarget, field);
        if ((!field.IsMessageOrGroup || field.MessageType is { IsMapEntry: true })
            && written.Has(DescriptorFields.FeatureSet.MessageEncoding))
        {
            Report(LinkDiagnostics.MessageEncodingTarget, field);
        }
    }

    private void ValidatePresence(FieldDescriptor field, FieldPresence presence)
    {
        if (field.ContainingOneof is not null) Report(LinkDiagnostics.OneofPresence, field);
        else if (field.IsRepeated) Report(LinkDiagnostics.RepeatedPresence, field);
        else if (field.IsExtension && presence != FieldPresence.LegacyRequired) Report(LinkDiagnostics.ExtensionPresence, field);
        else if (field.MessageType is not null && presence == FieldPresence.Implicit) Report(LinkDiagnostics.MessagePresence, field);
    }

    private static bool IsStringMap(FieldDescriptor field)
    {
        if (!field.IsMap) return false;
        foreach (var part in field.MessageType!.Fields)
            if (part.Type == FieldType.String) return true;
        return false;
    }

    private void Report(DiagnosticKind kind, FieldDescriptor field) => context.Report(kind, field, ErrorLocation.Name);
}
