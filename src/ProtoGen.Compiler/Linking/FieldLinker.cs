using ProtoGen.Compiler.Descriptors.Symbols;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Binds the type, the extendee and the default of fields and checks that numbers are used once.</summary>
internal sealed class FieldLinker(FileLinker linker)
{
    private readonly FieldNumberTable _numbers = new(linker);

    internal void Link(FieldDescriptor field)
    {
        if (field.IsExtension && field.Node.Extendee is not null && !LinkExtendee(field)) return;
        if (field.ContainingOneof is not null && field.Label != FieldLabel.Optional)
            linker.Report(LinkDiagnostics.OneofLabel, field, ErrorLocation.Name);
        if (field.Node.TypeName is { } name)
        {
            if (!LinkType(field, name)) return;
        }
        else if (field.Type is FieldType.Group or FieldType.Message or FieldType.Enum)
        {
            linker.Report(LinkDiagnostics.TypeNameMissing, field, ErrorLocation.Type);
        }

        if (field.ContainingType is not null) _numbers.Add(field);
    }

    private bool LinkExtendee(FieldDescriptor field)
    {
        if (field.Node.Extendee is not { } extendeeName) return false;
        var name = extendeeName.Text;
        var found = linker.Symbols.Lookup(name, field);
        if (found.IsNull)
        {
            NotDefined.Report(linker, field, ErrorLocation.Extendee, name);
            return false;
        }

        if (found.Descriptor is not MessageDescriptor extendee)
        {
            linker.Report(LinkDiagnostics.NotMessage, field, ErrorLocation.Extendee, name);
            return false;
        }

        if (!SymbolVisibilityRules.IsVisible(extendee, linker.File))
        {
            SymbolVisibilityRules.Report(linker, extendee, field, ErrorLocation.Extendee, "target of extend");
            return false;
        }

        field.ContainingType = extendee;
        if (ExtensionRanges.Find(extendee, field.Number) is null)
            linker.Report(LinkDiagnostics.NotExtensionNumber, field, ErrorLocation.Number, extendee.FullName, NumberRangeChecks.Text(field.Number));
        return true;
    }

    private bool LinkType(FieldDescriptor field, string name)
    {
        var type = linker.Symbols.Lookup(name, field, LookupMode.Types);
        if (type.IsNull)
        {
            NotDefined.Report(linker, field, ErrorLocation.Type, name);
            BindToBroken(field, name);
            return false;
        }

        if (type.IsType && !SymbolVisibilityRules.IsVisible(type.Descriptor!, linker.File))
        {
            SymbolVisibilityRules.Report(linker, type.Descriptor!, field, ErrorLocation.Type);
            return false;
        }

        return Bind(field, name, type.Descriptor);
    }

    private void BindToBroken(FieldDescriptor field, string name)
    {
        var type = linker.Symbols.LookupAmongBroken(name, field, LookupMode.Types);
        if (!type.IsType || field.Type is not (FieldType.Unresolved or FieldType.Message)) return;
        var wasMuted = linker.Reporter.IsMuted;
        linker.Reporter.IsMuted = true;
        Bind(field, name, type.Descriptor);
        linker.Reporter.IsMuted = wasMuted;
    }

    private bool Bind(FieldDescriptor field, string name, Descriptor? type)
    {
        if (field.Type == FieldType.Unresolved)
        {
            if (type is not (MessageDescriptor or EnumDescriptor))
            {
                linker.Report(LinkDiagnostics.NotType, field, ErrorLocation.Type, name);
                return false;
            }

            field.Type = type is MessageDescriptor ? FieldType.Message : FieldType.Enum;
        }

        switch (field.Type)
        {
            case FieldType.Enum: return BindEnum(field, name, type);
            case FieldType.Message or FieldType.Group: return BindMessage(field, name, type);
            default:
                linker.Report(LinkDiagnostics.PrimitiveTypeName, field, ErrorLocation.Type);
                return true;
        }
    }

    private bool BindMessage(FieldDescriptor field, string name, Descriptor? type)
    {
        field.MessageType = type as MessageDescriptor;
        if (field.MessageType is null)
        {
            linker.Report(LinkDiagnostics.NotMessage, field, ErrorLocation.Type, name);
            return false;
        }

        if (field.DefaultValueText is not null) linker.Report(LinkDiagnostics.MessageDefault, field, ErrorLocation.DefaultValue);
        return true;
    }

    private bool BindEnum(FieldDescriptor field, string name, Descriptor? type)
    {
        field.EnumType = type as EnumDescriptor;
        if (field.EnumType is null)
        {
            linker.Report(LinkDiagnostics.NotEnum, field, ErrorLocation.Type, name);
            return false;
        }

        if (field.DefaultValueText is { } text) BindDefault(field, field.EnumType, text);
        else if (field.EnumType.Values.Count > 0) field.DefaultEnumValue = field.EnumType.Values[0];
        return true;
    }

    private void BindDefault(FieldDescriptor field, EnumDescriptor type, string text)
    {
        if (!IsIdentifier(text))
            linker.Report(LinkDiagnostics.EnumDefaultNotIdentifier, field, ErrorLocation.DefaultValue);
        else if (EnumValues.Find(type, text) is { } value)
            field.DefaultEnumValue = value;
        else
            linker.Report(LinkDiagnostics.EnumDefaultUnknown, field, ErrorLocation.DefaultValue, type.FullName, text);
    }

    private static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || text[0] is >= '0' and <= '9') return false;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')) return false;
        return true;
    }
}
