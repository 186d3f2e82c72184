using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Creates the descriptors of fields and extensions. A later step resolves their types.</summary>
internal sealed class FieldBuilder(LinkContext context, SymbolDeclarations symbols, FieldNumberHints hints)
{
    internal FieldDescriptor[] BuildAll(List<FieldNode> nodes, MessageDescriptor? parent, bool isExtension)
    {
        var result = MessageBuilder.NewArray<FieldDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++) result[i] = Build(nodes[i], parent, isExtension);
        return result;
    }

    private FieldDescriptor Build(FieldNode node, MessageDescriptor? parent, bool isExtension)
    {
        var field = new FieldDescriptor
        {
            Name = node.Name.Text,
            File = context.File,
            SourceNode = node,
            Number = node.Number,
            IsExtension = isExtension,
            Label = node.Label == FieldLabel.None ? FieldLabel.Optional : node.Label,
            Type = node is { Type: FieldType.Unresolved, TypeName: null } ? FieldType.Double : node.Type,
            Proto3Optional = node.Proto3Optional,
            DefaultValueText = DefaultText.Canonicalize(node, out var wrongDefault),
        };
        if (isExtension) field.ExtensionScope = parent;
        else field.ContainingType = parent!;
        if (!isExtension && node.OneofIndex >= 0 && node.OneofIndex < parent!.Oneofs.Count)
            field.ContainingOneof = parent.Oneofs[node.OneofIndex];
        symbols.CheckName(field);
        Check(field, wrongDefault, parent);
        CheckOwner(field, node, parent);
        context.QueueOptions(field, node.Options, isSynthesized: parent is { IsMapEntry: true });
        symbols.Declare(field);
        return field;
    }

    private void Check(FieldDescriptor field, DiagnosticKind? wrongDefault, MessageDescriptor? parent)
    {
        if (field.Proto3Optional && context.File.Edition != Edition.Proto3)
            context.Report(LinkDiagnostics.OptionalOutsideProto3, field, ErrorLocation.Type, field.FullName);
        if (field.IsExtension && field.Label == FieldLabel.Required)
            context.Report(LinkDiagnostics.ExtensionRequired, field, ErrorLocation.Type, field.FullName);
        if (field.DefaultValueText is not null && field.IsRepeated)
            context.Report(LinkDiagnostics.RepeatedDefault, field, ErrorLocation.DefaultValue);
        if (wrongDefault is not null) context.Report(wrongDefault, field, ErrorLocation.DefaultValue, field.DefaultValueText!);
        if (wrongDefault == LinkDiagnostics.MessageDefault) field.DefaultValueText = null;
        if (field.Number <= 0)
        {
            hints.Add(parent, field);
            context.Report(LinkDiagnostics.FieldNumberNotPositive, field, ErrorLocation.Number);
        }
        else if (!field.IsExtension && field.Number > FieldNumbers.Max)
        {
            hints.Add(parent, field);
            context.Report(LinkDiagnostics.FieldNumberTooBig, field, ErrorLocation.Number, NumberText.FormatInteger(FieldNumbers.Max));
        }
    }

    /// <summary>Reports errors that occur only in descriptor sets, because the parser always knows what contains a field.</summary>
    private void CheckOwner(FieldDescriptor field, FieldNode node, MessageDescriptor? parent)
    {
        if (field.IsExtension)
        {
            if (node.Extendee is null) context.Report(LinkDiagnostics.ExtendeeMissing, field, ErrorLocation.Extendee);
            if (node.HasOneofIndex) context.Report(LinkDiagnostics.OneofIndexOfExtension, field, ErrorLocation.Type);
            return;
        }

        if (node.Extendee is not null) context.Report(LinkDiagnostics.ExtendeeOfField, field, ErrorLocation.Extendee);
        if (node.HasOneofIndex && field.ContainingOneof is null)
        {
            context.Report(
                LinkDiagnostics.OneofIndexOutOfRange, field, ErrorLocation.Type, NumberText.FormatInteger(node.OneofIndex), parent!.Name);
        }
    }
}
