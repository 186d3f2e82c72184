using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Checks that the fields and extensions of a message use each number once.</summary>
internal sealed class FieldNumberTable(LinkContext context)
{
    private readonly FieldTable<FieldDescriptor> _fields = new();
    private readonly Dictionary<MessageDescriptor, long> _free = [];
    private readonly Dictionary<MessageDescriptor, int> _sequential = [];
    private MessageDescriptor? _lastMessage;
    private int _lastSequential;

    /// <summary>Adds a field whose type is resolved.</summary>
    internal void Add(FieldDescriptor field)
    {
        if (FindOther(field) is { } other)
        {
            if (field.IsExtension) ReportExtension(field, other);
            else ReportField(field, other);
        }
        else if (field.IsExtension)
        {
            AddExtension(field);
        }
    }

    private FieldDescriptor? FindOther(FieldDescriptor field)
    {
        var message = field.ContainingType;
        if (field.Number >= 1 && field.Number <= SequentialFieldsOf(message))
        {
            var sequential = message.Fields[field.Number - 1];
            return sequential == field ? null : sequential;
        }

        if (_fields.Find(message, field.Number) is { } other) return other;
        _fields.Set(message, field.Number, field);
        return null;
    }

    /// <summary>
    /// Returns how many fields at the start of a message have the numbers 1, 2, 3 and so on, so that they can be found by index.
    /// </summary>
    private int SequentialFieldsOf(MessageDescriptor message)
    {
        if (ReferenceEquals(message, _lastMessage)) return _lastSequential;
        if (!_sequential.TryGetValue(message, out var count))
        {
            while (count < message.Fields.Count && count < ushort.MaxValue && message.Fields[count].Number == count + 1) count++;
            _sequential.Add(message, count);
        }

        (_lastMessage, _lastSequential) = (message, count);
        return count;
    }

    private void ReportExtension(FieldDescriptor field, FieldDescriptor other) =>
        context.ReportRepeated(
            LinkDiagnostics.ExtensionNumberUsed, field, ErrorLocation.Number, other,
            NumberText.FormatInteger(field.Number), field.ContainingType.FullName, other.FullName);

    private void ReportField(FieldDescriptor field, FieldDescriptor other)
    {
        if (!_free.TryGetValue(field.ContainingType, out var next)) _free.Add(field.ContainingType, next = FindFree(field.ContainingType));
        var hint = next <= FieldNumbers.Max
            ? "Next available field number is " + NumberText.FormatInteger((int)next)
            : "There are no available field numbers";
        context.ReportRepeated(
            LinkDiagnostics.FieldNumberUsed, field, ErrorLocation.Number, other,
            NumberText.FormatInteger(field.Number), field.ContainingType.FullName, other.Name, hint);
    }

    private static long FindFree(MessageDescriptor message)
    {
        var used = new List<NumberRange>();
        foreach (var field in message.Fields) used.Add(new NumberRange(field.Number, field.Number));
        foreach (var range in message.ExtensionRanges) used.Add(new NumberRange(range.Start, (long)range.End - 1));
        foreach (var (start, end) in message.ReservedRanges) used.Add(new NumberRange(start, (long)end - 1));
        used.Sort(NumberRange.Compare);
        long free = 1;
        for (var i = 0; i < used.Count; i++)
        {
            if (i > 0 && used[i] == used[i - 1]) continue;
            if (used[i].Start > free || free > used[i].End) break;
            free = used[i].End + 1;
        }

        return free;
    }

    private void AddExtension(FieldDescriptor field)
    {
        if (context.Pool.FindExtension(field.ContainingType, field.Number, context.Symbols.IsInPool) is { } other)
        {
            context.ReportRepeated(
                LinkDiagnostics.ExtensionNumberUsedElsewhere, field, ErrorLocation.Number, other,
                NumberText.FormatInteger(field.Number), field.ContainingType.FullName, other.FullName, other.File.Name);
        }
        else
        {
            context.Pool.DeclareExtension(field);
        }
    }
}
