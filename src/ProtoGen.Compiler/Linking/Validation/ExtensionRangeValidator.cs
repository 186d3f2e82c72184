using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks extension ranges and their declarations.</summary>
internal sealed class ExtensionRangeValidator(LinkContext context)
{
    internal void Validate(MessageDescriptor message)
    {
        long max = message.IsMessageSet ? int.MaxValue : FieldNumbers.Max;
        var names = new HashSet<string>();
        foreach (var range in message.ExtensionRanges)
        {
            if (range.End > max + 1)
                context.Report(LinkDiagnostics.ExtensionNumberTooBig, message, ErrorLocation.Number, NumberText.FormatInteger((int)max));
            if (range.Options.IsEmpty) continue;
            var declarations = range.Options.GetMessages(DescriptorFields.ExtensionRangeOptions.Declaration);
            if (declarations.Count == 0) continue;
            if (range.Options.GetEnum(DescriptorFields.ExtensionRangeOptions.Verification) == ExtensionDeclaration.Unverified)
            {
                context.Report(LinkDiagnostics.UnverifiedDeclarations, range, ErrorLocation.Extendee);
                return;
            }

            Validate(range, declarations, names);
        }
    }

    private void Validate(ExtensionRangeDescriptor range, IReadOnlyList<OptionMessage> declarations, HashSet<string> names)
    {
        var numbers = new HashSet<int>();
        foreach (var options in declarations)
        {
            var declaration = new ExtensionDeclaration(options);
            var number = NumberText.FormatInteger(declaration.Number);
            if (declaration.Number < range.Start || declaration.Number >= range.End)
                context.Report(LinkDiagnostics.DeclarationOutOfRange, range, ErrorLocation.Number, number);
            if (!numbers.Add(declaration.Number))
                context.Report(LinkDiagnostics.DeclarationNumberTwice, range, ErrorLocation.Number, number);
            if (declaration.FullName is null || declaration.Type is null)
            {
                if ((declaration.FullName is null) != (declaration.Type is null) || !declaration.IsReserved)
                    context.Report(LinkDiagnostics.DeclarationIncomplete, range, ErrorLocation.Extendee, number);
            }
            else if (!names.Add(declaration.FullName))
            {
                context.Report(LinkDiagnostics.DeclarationNameTwice, range, ErrorLocation.Name, declaration.FullName);
                return;
            }
            else
            {
                ValidateSymbol(range, declaration.FullName);
                if (!ExtensionDeclaration.IsScalarType(declaration.Type)) ValidateSymbol(range, declaration.Type);
            }
        }
    }

    private void ValidateSymbol(ExtensionRangeDescriptor range, string symbol)
    {
        if (symbol.Length == 0 || symbol[0] != '.')
            context.Report(LinkDiagnostics.DeclarationWithoutDot, range, ErrorLocation.Name, symbol);
        else if (!IsQualifiedName(symbol))
            context.Report(LinkDiagnostics.DeclarationInvalidName, range, ErrorLocation.Name, symbol);
    }

    private static bool IsQualifiedName(string name)
    {
        var wasDot = false;
        foreach (var c in name)
        {
            if (c == '.' && wasDot) return false;
            wasDot = c == '.';
            if (c != '.' && !Ascii.IsIdentifierPart(c)) return false;
        }

        return name.Length > 0 && !wasDot;
    }
}
