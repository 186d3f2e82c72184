using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks the naming styles of editions 2024 and 2026 if the features enforce them.</summary>
internal sealed class NamingStyleValidator(LinkContext context) : DescriptorVisitor
{
    protected override void VisitFile(FileDescriptor file)
    {
        if (file.Package.Length > 0) Check("Package", file, file.Package, NamingStyles.FindLowerSnakeCaseFault);
    }

    protected override void VisitMessage(MessageDescriptor message) =>
        Check("Message", message, message.Name, NamingStyles.FindTitleCaseFault);

    protected override void VisitEnum(EnumDescriptor type) => Check("Enum", type, type.Name, NamingStyles.FindTitleCaseFault);

    protected override void VisitEnumValue(EnumValueDescriptor value) =>
        Check("Enum value", value, value.Name, NamingStyles.FindUpperSnakeCaseFault);

    protected override void VisitOneof(OneofDescriptor oneof)
    {
        Check("Oneof", oneof, oneof.Name, NamingStyles.FindLowerSnakeCaseFault);
        CheckCollisions("Oneof", oneof, oneof.ContainingType);
    }

    protected override void VisitField(FieldDescriptor field)
    {
        Check("Field", field, field.Name, NamingStyles.FindLowerSnakeCaseFault);
        CheckCollisions("Field", field, field.ContainingType);
    }

    protected override void VisitExtensionRange(ExtensionRangeDescriptor range)
    {
    }

    protected override void VisitService(ServiceDescriptor service) =>
        Check("Service", service, service.Name, NamingStyles.FindTitleCaseFault);

    protected override void VisitMethod(MethodDescriptor method) => Check("Method", method, method.Name, NamingStyles.FindTitleCaseFault);

    private void Check(string kind, Descriptor element, string name, Func<string, string?> findFault)
    {
        if (element.Features.EnforceNamingStyle is not (EnforceNamingStyle.Style2024 or EnforceNamingStyle.Style2026)) return;
        if (findFault(name) is { } fault) context.Report(LinkDiagnostics.NamingStyle, element, ErrorLocation.Name, kind, name, fault);
    }

    private void CheckCollisions(string kind, Descriptor element, MessageDescriptor message)
    {
        if (element.Features.EnforceNamingStyle != EnforceNamingStyle.Style2026) return;
        if (AccessorCollisions.Find(context.Symbols, message, element.Name) is { } fault)
            context.Report(LinkDiagnostics.NamingCollision, element, ErrorLocation.Name, kind, element.Name, fault);
    }
}
