using ProtoGen.Compiler.Descriptors.Linking;
using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Descriptors.Validation;

/// <summary>Checks fields and extensions.</summary>
internal sealed class FieldValidator(FileLinker linker)
{
    private readonly FieldFeatureValidator _features = new(linker);
    private readonly MapValidator _maps = new(linker);
    private readonly ExtensionDeclarations _declarations = new(linker);
    private readonly bool _isLite = LiteRuntime.IsLite(linker.File);

    internal void Validate(FieldDescriptor field)
    {
        if (FeatureSupport.Validate(field) is { } message)
            linker.Report(LinkDiagnostics.FeatureSupportInvalid, field, ErrorLocation.OptionName, message);
        if (linker.File.Edition >= Edition.Edition2023) _features.Validate(field);
        if (!field.Options.IsEmpty) ValidateOptions(field);
        ValidateMessageSet(field);
        ValidateLite(field);
        if (field is { Type: FieldType.Message, MessageType.IsMapEntry: true }) _maps.Validate(field);
        if (!field.Options.IsEmpty) ValidateJsType(field);
        if (field.HasJsonName) ValidateJsonName(field);
        if (field.IsExtension) _declarations.Check(field);
    }

    private void ValidateOptions(FieldDescriptor field)
    {
        var options = field.Options;
        if (linker.File.Edition >= Edition.Edition2024 && options.Has(OptionNumbers.Ctype))
            linker.Report(LinkDiagnostics.CtypeOption, field, ErrorLocation.Type);
        var isUnverified = options.GetBool(OptionNumbers.UnverifiedLazy);
        if (isUnverified || options.GetBool(OptionNumbers.Lazy))
        {
            if (field.Type != FieldType.Message) linker.Report(LinkDiagnostics.LazyTarget, field, ErrorLocation.Type);
            if (isUnverified && field.IsExtension) linker.Report(LinkDiagnostics.LazyExtension, field, ErrorLocation.Type);
        }

        if (!field.IsPackable && options.GetBool(OptionNumbers.Packed))
            linker.Report(LinkDiagnostics.PackedOptionTarget, field, ErrorLocation.Type);
    }

    private void ValidateMessageSet(FieldDescriptor field)
    {
        if (!field.ContainingType.IsMessageSet) return;
        if (!field.IsExtension)
            linker.Report(LinkDiagnostics.MessageSetField, field, ErrorLocation.Name);
        else if (field.IsRequired || field.IsRepeated || field.Type != FieldType.Message)
            linker.Report(LinkDiagnostics.MessageSetExtension, field, ErrorLocation.Type);
    }

    private void ValidateLite(FieldDescriptor field)
    {
        if (_isLite && field.ContainingType.File != linker.File && !LiteRuntime.IsLite(field.ContainingType.File))
            linker.Report(LinkDiagnostics.LiteExtension, field, ErrorLocation.Extendee);
    }

    private void ValidateJsType(FieldDescriptor field)
    {
        if (field.Options.GetEnum(OptionNumbers.JsType) is null or 0) return;
        if (field.Type is FieldType.Int64 or FieldType.UInt64 or FieldType.SInt64 or FieldType.Fixed64 or FieldType.SFixed64) return;
        linker.Report(LinkDiagnostics.JsTypeTarget, field, ErrorLocation.Type);
    }

    private void ValidateJsonName(FieldDescriptor field)
    {
        if (field.IsExtension && field.JsonName != JsonNames.FromName(field.Name))
            linker.Report(LinkDiagnostics.ExtensionJsonName, field, ErrorLocation.OptionName);
        if (field.JsonName.IndexOf('\0') >= 0) linker.Report(LinkDiagnostics.JsonNameNull, field, ErrorLocation.OptionName);
    }
}
