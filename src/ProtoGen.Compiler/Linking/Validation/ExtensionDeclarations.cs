using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>
/// Checks extensions against the declarations in the extension range. Extensions of options messages need no declaration.
/// </summary>
internal sealed class ExtensionDeclarations(LinkContext context)
{
    internal void Check(FieldDescriptor field)
    {
        var extendee = field.ContainingType;
        if (OptionsMessages.Contains(extendee.FullName) || extendee.File.Name == FileDescriptor.DescriptorProtoName) return;
        if (context.ExtensionRanges.Find(extendee, field.Number) is not { Options.IsEmpty: false } range) return;
        var declarations = range.Options.GetMessages(DescriptorFields.ExtensionRangeOptions.Declaration);
        foreach (var options in declarations)
        {
            var declaration = new ExtensionDeclaration(options);
            if (declaration.Number != field.Number) continue;
            if (declaration.IsReserved)
            {
                context.Report(
                    LinkDiagnostics.DeclaredReserved, field, ErrorLocation.Extendee, Number(field), field.FullName, extendee.FullName);
            }
            else
            {
                Compare(field, declaration);
            }

            return;
        }

        if (declarations.Count > 0 || range.Options.GetEnum(DescriptorFields.ExtensionRangeOptions.Verification) == 0)
        {
            context.Report(
                LinkDiagnostics.DeclarationMissing, field, ErrorLocation.Extendee, field.FullName, Number(field), extendee.FullName);
        }
    }

    private static string Number(FieldDescriptor field) => NumberText.FormatInteger(field.Number);

    private void Compare(FieldDescriptor field, ExtensionDeclaration declaration)
    {
        var extendee = field.ContainingType.FullName;
        if (declaration.Type is { Length: > 0 } type) CompareType(field, type);
        var name = "." + field.FullName;
        if (declaration.FullName is { Length: > 0 } declared && declared != name)
            context.Report(LinkDiagnostics.DeclaredOtherName, field, ErrorLocation.Extendee, extendee, Number(field), declared, name);
        if (declaration.IsRepeated != field.IsRepeated)
        {
            var expected = declaration.IsRepeated ? "repeated" : "optional";
            context.Report(LinkDiagnostics.DeclaredOtherLabel, field, ErrorLocation.Extendee, extendee, Number(field), expected);
        }
    }

    private void CompareType(FieldDescriptor field, string declared)
    {
        if (context.HadErrors) return;
        var type = (Descriptor?)field.MessageType ?? field.EnumType;
        var actual = type is null ? TypeWords(field.Type) : "." + type.FullName;
        var expected = ExtensionDeclaration.IsScalarType(declared) || declared[0] == '.' ? declared : "." + declared;
        if (expected != actual)
        {
            context.Report(
                LinkDiagnostics.DeclaredOtherType, field, ErrorLocation.Extendee, field.ContainingType.FullName, Number(field), expected,
                actual);
        }
    }

    private static string TypeWords(FieldType type) => type.ToString().ToLowerInvariant();
}
