using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Resolves the type, the extendee and the default of fields, and checks that numbers are used once.</summary>
internal sealed class FieldLinker(LinkContext context)
{
    private readonly FieldNumberTable _numbers = new(context);

    internal void Link(FieldDescriptor field)
    {
        if (field.IsExtension && field.Node.Extendee is not null && !LinkExtendee(field)) return;
        if (field.ContainingOneof is not null && field.Label != FieldLabel.Optional)
            context.Report(LinkDiagnostics.OneofLabel, field, ErrorLocation.Name);
        if (field.Node.TypeName is { } name)
        {
            if (!LinkType(field, name)) return;
        }
        else if (field.Type is FieldType.Group or FieldType.Message or FieldType.Enum)
        {
            context.Report(LinkDiagnostics.TypeNameMissing, field, ErrorLocation.Type);
        }

        if (field.ContainingType is not null) _numbers.Add(field);
    }

    private bool LinkExtendee(FieldDescriptor field)
    {
        if (field.Node.Extendee is not { } extendeeName) return false;
        var name = extendeeName.Text;
        var found = context.Symbols.Lookup(name, field);
        if (found.IsNull)
        {
            UnresolvedNameReporter.Report(context, field, ErrorLocation.Extendee, name);
            return false;
        }

        if (found.Descriptor is not MessageDescriptor extendee)
        {
            context.Report(LinkDiagnostics.NotMessage, field, ErrorLocation.Extendee, name);
            return false;
        }

        if (!SymbolVisibilityRules.IsVisible(extendee, context.File))
        {
            SymbolVisibilityRules.Report(context, extendee, field, ErrorLocation.Extendee, "target of extend");
            return false;
        }

        field.ContainingType = extendee;
        if (context.ExtensionRanges.Find(extendee, field.Number) is null)
        {
            context.Report(
                LinkDiagnostics.NotExtensionNumber, field, ErrorLocation.Number, extendee.FullName, NumberText.FormatInteger(field.Number));
        }

        return true;
    }

    private bool LinkType(FieldDescriptor field, string name)
    {
        var type = context.Symbols.Lookup(name, field, LookupMode.Types);
        if (type.IsNull)
        {
            UnresolvedNameReporter.Report(context, field, ErrorLocation.Type, name);
            BindToBroken(field, name);
            return false;
        }

        if (type.IsType && !SymbolVisibilityRules.IsVisible(type.Descriptor!, context.File))
        {
            SymbolVisibilityRules.Report(context, type.Descriptor!, field, ErrorLocation.Type);
            return false;
        }

        return Bind(field, name, type.Descriptor);
    }

    private void BindToBroken(FieldDescriptor field, string name)
    {
        var type = context.Symbols.LookupAmongBroken(name, field, LookupMode.Types);
        if (!type.IsType || field.Type is not (FieldType.Unresolved or FieldType.Message)) return;
        var wasMuted = context.Reporter.IsMuted;
        context.Reporter.IsMuted = true;
        Bind(field, name, type.Descriptor);
        context.Reporter.IsMuted = wasMuted;
    }

    private bool Bind(FieldDescriptor field, string name, Descriptor? type)
    {
        if (field.Type == FieldType.Unresolved)
        {
            if (type is not (MessageDescriptor or EnumDescriptor))
            {
                context.Report(LinkDiagnostics.NotType, field, ErrorLocation.Type, name);
                return false;
            }

            field.Type = type is MessageDescriptor ? FieldType.Message : FieldType.Enum;
        }

        switch (field.Type)
        {
            case FieldType.Enum: return BindEnum(field, name, type);
            case FieldType.Message or FieldType.Group: return BindMessage(field, name, type);
            default:
                context.Report(LinkDiagnostics.PrimitiveTypeName, field, ErrorLocation.Type);
                return true;
        }
    }

    private bool BindMessage(FieldDescriptor field, string name, Descriptor? type)
    {
        field.MessageType = type as MessageDescriptor;
        if (field.MessageType is null)
        {
            context.Report(LinkDiagnostics.NotMessage, field, ErrorLocation.Type, name);
            return false;
        }

        if (field.DefaultValueText is not null) context.Report(LinkDiagnostics.MessageDefault, field, ErrorLocation.DefaultValue);
        return true;
    }

    private bool BindEnum(FieldDescriptor field, string name, Descriptor? type)
    {
        field.EnumType = type as EnumDescriptor;
        if (field.EnumType is null)
        {
            context.Report(LinkDiagnostics.NotEnum, field, ErrorLocation.Type, name);
            return false;
        }

        if (field.DefaultValueText is { } text) BindDefault(field, field.EnumType, text);
        else if (field.EnumType.Values.Count > 0) field.DefaultEnumValue = field.EnumType.Values[0];
        return true;
    }

    private void BindDefault(FieldDescriptor field, EnumDescriptor type, string text)
    {
        if (!Ascii.IsIdentifier(text))
            context.Report(LinkDiagnostics.EnumDefaultNotIdentifier, field, ErrorLocation.DefaultValue);
        else if (EnumValues.Find(context.Pool, type, text) is { } value)
            field.DefaultEnumValue = value;
        else
            context.Report(LinkDiagnostics.EnumDefaultUnknown, field, ErrorLocation.DefaultValue, type.FullName, text);
    }
}
