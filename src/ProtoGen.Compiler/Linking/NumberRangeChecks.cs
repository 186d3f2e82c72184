using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Checks a message's fields, reserved ranges and extension ranges against each other.</summary>
/// <remarks>
/// Pairs are compared only if sorting shows a conflict, since protoc's order of errors requires the comparison of all pairs.
/// </remarks>
internal sealed class NumberRangeChecks(LinkContext context, FieldNumberHints hints)
{
    internal void Check(MessageDescriptor message)
    {
        CheckReserved(message);
        CheckReservedNames(message);
        CheckFields(message);
        CheckExtensionRanges(message);
    }

    private void CheckReserved(MessageDescriptor message)
    {
        var ranges = message.ReservedRanges;
        if (ranges.Count < 2 || !new RangeSet(Collect(message, withExtensions: false)).HasOverlaps) return;
        for (var i = 0; i < ranges.Count; i++)
        {
            for (var j = i + 1; j < ranges.Count; j++)
            {
                if (ranges[i].End > ranges[j].Start && ranges[j].End > ranges[i].Start)
                {
                    // protoc reports the error at the earlier range, but names the later one first.
                    var nodes = message.Node.ReservedRanges;
                    Report(LinkDiagnostics.ReservedRangeOverlap, nodes[i].StartSpan, nodes[j].StartSpan, ranges[j], ranges[i]);
                }
            }
        }
    }

    private void CheckReservedNames(MessageDescriptor message)
    {
        if (message.ReservedNames.Count == 0) return;
        var seen = new HashSet<string>();
        foreach (var name in message.ReservedNames)
            if (!seen.Add(name)) context.Report(LinkDiagnostics.FieldNameReservedTwice, message, ErrorLocation.Name, name);
    }

    private void CheckFields(MessageDescriptor message)
    {
        if (message.ReservedNames.Count == 0 && message.ReservedRanges.Count == 0 && message.ExtensionRanges.Count == 0) return;
        var taken = new RangeSet(Collect(message, withExtensions: true));
        var names = message.ReservedNames.Count == 0 ? null : new HashSet<string>(message.ReservedNames);
        foreach (var field in message.Fields)
        {
            if (taken.Contains(field.Number)) CheckField(message, field);
            if (names is not null && names.Contains(field.Name))
                context.Report(LinkDiagnostics.FieldNameReserved, field, ErrorLocation.Name, field.Name);
        }
    }

    private void CheckField(MessageDescriptor message, FieldDescriptor field)
    {
        foreach (var range in message.ExtensionRanges)
        {
            if (field.Number < range.Start || field.Number >= range.End) continue;
            hints.Add(message, range);
            context.Report(
                LinkDiagnostics.ExtensionRangeHasField, range, ErrorLocation.Number,
                NumberText.FormatInteger(range.Start), NumberText.FormatInteger(range.End - 1), field.Name,
                NumberText.FormatInteger(field.Number));
        }

        for (var i = 0; i < message.ReservedRanges.Count; i++)
        {
            var (start, end) = message.ReservedRanges[i];
            if (field.Number < start || field.Number >= end) continue;
            var span = message.Node.ReservedRanges[i].StartSpan;
            hints.Add(message, span);
            context.Reporter.Report(LinkDiagnostics.FieldNumberReserved, span, field.Name, NumberText.FormatInteger(field.Number));
        }
    }

    private void CheckExtensionRanges(MessageDescriptor message)
    {
        var ranges = message.ExtensionRanges;
        if (ranges.Count == 0) return;
        if (!new RangeSet(Collect(message, withExtensions: true)).HasOverlaps) return;
        for (var i = 0; i < ranges.Count; i++)
        {
            for (var j = 0; j < message.ReservedRanges.Count; j++)
            {
                var reserved = message.ReservedRanges[j];
                if (ranges[i].End > reserved.Start && reserved.End > ranges[i].Start)
                {
                    Report(
                        LinkDiagnostics.ExtensionRangeReserved, ranges[i].Node.StartSpan, message.Node.ReservedRanges[j].StartSpan,
                        new ReservedRange(ranges[i].Start, ranges[i].End), reserved);
                }
            }

            for (var j = i + 1; j < ranges.Count; j++)
            {
                if (ranges[i].End > ranges[j].Start && ranges[j].End > ranges[i].Start)
                {
                    Report(
                        LinkDiagnostics.ExtensionRangeOverlap, ranges[i].Node.StartSpan, ranges[j].Node.StartSpan,
                        new ReservedRange(ranges[j].Start, ranges[j].End), new ReservedRange(ranges[i].Start, ranges[i].End));
                }
            }
        }
    }

    private void Report(DiagnosticKind kind, TextSpan span, TextSpan related, ReservedRange range, ReservedRange other) =>
        context.Reporter.ReportRepeated(
            kind, span, related,
            NumberText.FormatInteger(range.Start), NumberText.FormatInteger(range.End - 1),
            NumberText.FormatInteger(other.Start), NumberText.FormatInteger(other.End - 1));

    private static List<NumberRange> Collect(MessageDescriptor message, bool withExtensions)
    {
        var ranges = new List<NumberRange>();
        foreach (var (start, end) in message.ReservedRanges) ranges.Add(new NumberRange(start, end));
        if (withExtensions)
            foreach (var range in message.ExtensionRanges) ranges.Add(new NumberRange(range.Start, range.End));
        return ranges;
    }
}
