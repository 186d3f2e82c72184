using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Makes the descriptors of fields and extensions; types come when all names are known.</summary>
internal sealed class FieldBuilder(FileLinker linker, SymbolDeclarations symbols, FieldNumberHints hints)
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
            File = linker.File,
            SourceNode = node,
            Number = node.Number,
            IsExtension = isExtension,
            Label = node.Label == FieldLabel.None ? FieldLabel.Optional : node.Label,
            Type = node.Type,
            Proto3Optional = node.Proto3Optional,
            DefaultValueText = DefaultValues.Canonicalize(node),
        };
        if (isExtension) field.ExtensionScope = parent;
        else field.ContainingType = parent!;
        if (!isExtension && node.OneofIndex >= 0) field.ContainingOneof = parent!.Oneofs[node.OneofIndex];
        symbols.CheckLength(field);
        Check(field, parent);
        linker.QueueOptions(field, node.Options, isSynthesized: parent is { IsMapEntry: true });
        symbols.Declare(field);
        return field;
    }

    private void Check(FieldDescriptor field, MessageDescriptor? parent)
    {
        if (field.IsExtension && field.Label == FieldLabel.Required)
            linker.Report(LinkDiagnostics.ExtensionRequired, field, ErrorLocation.Type, field.FullName);
        if (field.DefaultValueText is not null && field.IsRepeated)
            linker.Report(LinkDiagnostics.RepeatedDefault, field, ErrorLocation.DefaultValue);
        if (field.Number <= 0)
        {
            hints.Add(parent, field);
            linker.Report(LinkDiagnostics.FieldNumberNotPositive, field, ErrorLocation.Number);
        }
        else if (!field.IsExtension && field.Number > FieldNumbers.Max)
        {
            hints.Add(parent, field);
            linker.Report(LinkDiagnostics.FieldNumberTooBig, field, ErrorLocation.Number, NumberRangeChecks.Text(FieldNumbers.Max));
        }
    }
}
