using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>
/// Creates the descriptors of enums and their values. As in C++, values are declared in the scope that contains their enum.
/// </summary>
internal sealed class EnumBuilder(LinkContext context, SymbolDeclarations symbols)
{
    internal EnumDescriptor[] BuildAll(List<EnumNode> nodes, MessageDescriptor? parent)
    {
        var result = MessageBuilder.NewArray<EnumDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++) result[i] = Build(nodes[i], parent);
        return result;
    }

    private EnumDescriptor Build(EnumNode node, MessageDescriptor? parent)
    {
        var type = new EnumDescriptor
        {
            Name = node.Name.Text,
            File = context.File,
            SourceNode = node,
            ContainingType = parent,
            Visibility = node.Visibility,
        };
        symbols.CheckName(type);
        if (node.Values.Count == 0) context.Report(LinkDiagnostics.EmptyEnum, type, ErrorLocation.Name);
        type.Values = BuildValues(node.Values, type);
        type.ReservedRanges = BuildReservedRanges(node.ReservedRanges);
        type.ReservedNames = ReservedNames.Copy(context, type, node.ReservedNames);
        context.QueueOptions(type, node.Options);
        symbols.Declare(type);
        CheckReserved(type);
        return type;
    }

    private EnumValueDescriptor[] BuildValues(List<EnumValueNode> nodes, EnumDescriptor type)
    {
        var result = MessageBuilder.NewArray<EnumValueDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++)
        {
            var value = new EnumValueDescriptor
            {
                Name = nodes[i].Name.Text,
                File = context.File,
                SourceNode = nodes[i],
                Type = type,
                Number = nodes[i].Number,
            };
            result[i] = value;
            symbols.CheckName(value);
            context.QueueOptions(value, nodes[i].Options);
            if (!symbols.Declare(value) && IsNewIn(result, i)) ReportScope(value);
        }

        return result;
    }

    private static bool IsNewIn(EnumValueDescriptor[] values, int index)
    {
        for (var i = 0; i < index; i++)
            if (values[i].Name == values[index].Name) return false;
        return true;
    }

    private void ReportScope(EnumValueDescriptor value)
    {
        var scope = value.Type.ContainingType?.FullName ?? context.File.Package;
        scope = scope.Length == 0 ? "the global scope" : "\"" + scope + "\"";
        context.Report(LinkDiagnostics.EnumValueScope, value, ErrorLocation.Name, value.Name, scope, value.Type.Name);
    }

    private ReservedRange[] BuildReservedRanges(List<ReservedRangeNode> nodes)
    {
        var result = MessageBuilder.NewArray<ReservedRange>(nodes.Count);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new ReservedRange(nodes[i].Start, nodes[i].End);
            if (nodes[i].Start > nodes[i].End) context.Reporter.Report(LinkDiagnostics.ReservedRangeEmpty, nodes[i].StartSpan);
        }

        return result;
    }

    private void CheckReserved(EnumDescriptor type)
    {
        if (type.ReservedRanges.Count == 0 && type.ReservedNames.Count == 0) return;
        var taken = new RangeSet(Collect(type));
        if (taken.HasOverlaps) CheckOverlaps(type);
        var names = new HashSet<string>();
        foreach (var name in type.ReservedNames)
            if (!names.Add(name)) context.Report(LinkDiagnostics.EnumNameReservedTwice, type, ErrorLocation.Name, name);
        foreach (var value in type.Values)
        {
            for (var i = 0; i < type.ReservedRanges.Count && taken.Contains(value.Number); i++)
            {
                if (type.ReservedRanges[i].Start <= value.Number && value.Number <= type.ReservedRanges[i].End)
                {
                    context.Reporter.Report(
                        LinkDiagnostics.EnumNumberReserved, type.Node.ReservedRanges[i].StartSpan, value.Name,
                        NumberText.FormatInteger(value.Number));
                }
            }

            if (names.Contains(value.Name)) context.Report(LinkDiagnostics.EnumNameReserved, value, ErrorLocation.Name, value.Name);
        }
    }

    private static List<NumberRange> Collect(EnumDescriptor type)
    {
        var ranges = new List<NumberRange>();
        foreach (var (start, end) in type.ReservedRanges) ranges.Add(new NumberRange(start, (long)end + 1));
        return ranges;
    }

    private void CheckOverlaps(EnumDescriptor type)
    {
        var ranges = type.ReservedRanges;
        for (var i = 0; i < ranges.Count; i++)
        {
            for (var j = i + 1; j < ranges.Count; j++)
            {
                if (ranges[i].End < ranges[j].Start || ranges[j].End < ranges[i].Start) continue;
                context.Reporter.ReportRepeated(
                    LinkDiagnostics.ReservedRangeOverlap, type.Node.ReservedRanges[i].StartSpan, type.Node.ReservedRanges[j].StartSpan,
                    NumberText.FormatInteger(ranges[j].Start), NumberText.FormatInteger(ranges[j].End),
                    NumberText.FormatInteger(ranges[i].Start), NumberText.FormatInteger(ranges[i].End));
            }
        }
    }
}
