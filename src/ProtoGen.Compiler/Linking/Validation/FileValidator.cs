using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks a linked file whose options are interpreted and whose features are resolved.</summary>
internal sealed class FileValidator(LinkContext context) : DescriptorVisitor
{
    private readonly JsonNameConflicts _jsonNames = new(context);
    private readonly ExtensionRangeValidator _ranges = new(context);
    private readonly FieldValidator _fields = new(context);
    private readonly EnumValidator _enums = new(context);
    private readonly bool _isLite = LiteRuntime.IsLite(context.File);

    internal static void Validate(LinkContext context) => new FileValidator(context).Visit(context.File);

    protected override void VisitFile(FileDescriptor file)
    {
        ValidateFeatures(file);
        ValidateLiteImports(file);
        if (file.Edition == Edition.Proto3) new Proto3Validator(context).Validate(file);
        if (file.Edition < Edition.Edition2024 && file.OptionDependencies.Count > 0)
            context.Report(LinkDiagnostics.OptionImportTooEarly, file, ErrorLocation.Other);
        if (file.Edition >= Edition.Edition2024 && file.WeakDependencies.Count > 0)
            context.Report(LinkDiagnostics.WeakImportTooLate, file, ErrorLocation.Other);
    }

    protected override void VisitMessage(MessageDescriptor message)
    {
        _jsonNames.Check(message);
        if (message.ExtensionRanges.Count > 0) _ranges.Validate(message);
    }

    protected override void VisitEnum(EnumDescriptor type) => _enums.Validate(type);

    protected override void VisitEnumValue(EnumValueDescriptor value) => _enums.Validate(value);

    protected override void VisitField(FieldDescriptor field) => _fields.Validate(field);

    protected override void VisitService(ServiceDescriptor service)
    {
        var options = context.File.Options;
        var hasGenericServices = options.GetBool(DescriptorFields.FileOptions.CcGenericServices)
            || options.GetBool(DescriptorFields.FileOptions.JavaGenericServices);
        if (_isLite && hasGenericServices)
            context.Report(LinkDiagnostics.LiteServices, service, ErrorLocation.Name);
    }

    private void ValidateFeatures(FileDescriptor file)
    {
        if (file.Edition < Edition.Edition2023) return;
        if (file.Features.FieldPresence == FieldPresence.LegacyRequired)
            context.Report(LinkDiagnostics.RequiredByDefault, file, ErrorLocation.Editions);
        if (file.Options.GetBool(DescriptorFields.FileOptions.JavaStringCheckUtf8))
            context.Report(LinkDiagnostics.JavaStringCheckUtf8, file, ErrorLocation.Editions);
    }

    private void ValidateLiteImports(FileDescriptor file)
    {
        if (_isLite) return;
        foreach (var dependency in file.Dependencies)
        {
            if (!LiteRuntime.IsLite(dependency)) continue;
            context.Reporter.ReportImport(LinkDiagnostics.LiteImport, dependency.Name, dependency.Name);
            break;
        }
    }
}
