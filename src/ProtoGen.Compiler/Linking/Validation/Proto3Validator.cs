using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks that a proto3 file uses no feature of proto2.</summary>
internal sealed class Proto3Validator(LinkContext context)
{
    internal void Validate(FileDescriptor file)
    {
        foreach (var extension in file.Extensions) Validate(extension);
        foreach (var message in file.Messages) Validate(message);
    }

    private void Validate(MessageDescriptor message)
    {
        foreach (var nested in message.Messages) Validate(nested);
        foreach (var field in message.Fields) Validate(field);
        foreach (var extension in message.Extensions) Validate(extension);
        if (message.ExtensionRanges.Count > 0)
            context.Report(LinkDiagnostics.Proto3ExtensionRange, message.ExtensionRanges[0], ErrorLocation.Number);
        if (message.IsMessageSet) context.Report(LinkDiagnostics.Proto3MessageSet, message, ErrorLocation.Name);
    }

    private void Validate(FieldDescriptor field)
    {
        if (field.IsExtension && !OptionsMessages.IsProto3Extendee(field.ContainingType.FullName))
            context.Report(LinkDiagnostics.Proto3Extension, field, ErrorLocation.Extendee);
        if (field.IsRequired) context.Report(LinkDiagnostics.Proto3Required, field, ErrorLocation.Type);
        if (field.DefaultValueText is not null) context.Report(LinkDiagnostics.Proto3Default, field, ErrorLocation.DefaultValue);
        if (field.EnumType is { IsClosed: true } type)
            context.Report(LinkDiagnostics.Proto3ClosedEnum, field, ErrorLocation.Type, type.FullName, field.ContainingType.FullName);
        if (field.Type == FieldType.Group) context.Report(LinkDiagnostics.Proto3Group, field, ErrorLocation.Type);
    }
}
