using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks enums and their values.</summary>
internal sealed class EnumValidator(LinkContext context)
{
    private readonly EnumNameConflicts _names = new(context);
    private readonly JsonStringConflicts _jsonStrings = new(context);
    private readonly Dictionary<int, EnumValueDescriptor> _numbers = [];
    private HashSet<int>? _used;

    internal void Validate(EnumDescriptor type)
    {
        _names.Check(type);
        _jsonStrings.Check(type);
        if (!type.IsClosed && type.Values[0].Number != 0)
            context.Report(LinkDiagnostics.FirstEnumValue, type.Values[0], ErrorLocation.Number);
        if (!type.Options.GetBool(DescriptorFields.EnumOptions.AllowAlias)) CheckNumbers(type);
    }

    internal void Validate(EnumValueDescriptor value)
    {
        if (FeatureSupport.Validate(value) is { } message)
            context.Report(LinkDiagnostics.FeatureSupportInvalid, value, ErrorLocation.OptionName, message);
        _jsonStrings.Check(value);
    }

    private void CheckNumbers(EnumDescriptor type)
    {
        if (IsAscending(type)) return;
        _numbers.Clear();
        _used = null;
        foreach (var value in type.Values)
        {
            if (_numbers.TryGetValue(value.Number, out var first)) Report(type, value, first);
            else _numbers.Add(value.Number, value);
        }
    }

    private static bool IsAscending(EnumDescriptor type)
    {
        for (var i = 1; i < type.Values.Count; i++)
            if (type.Values[i].Number <= type.Values[i - 1].Number) return false;
        return true;
    }

    private void Report(EnumDescriptor type, EnumValueDescriptor value, EnumValueDescriptor first)
    {
        var next = FindFree(type, value.Number);
        var hint = next < int.MaxValue ? " The next available enum value is " + NumberText.FormatInteger((int)next) + "." : "";
        context.ReportRepeated(LinkDiagnostics.EnumNumberUsed, value, ErrorLocation.Number, first, value.FullName, first.FullName, hint);
    }

    private long FindFree(EnumDescriptor type, int number)
    {
        if (_used is null)
        {
            _used = [];
            foreach (var value in type.Values) _used.Add(value.Number);
        }

        var next = (long)number + 1;
        while (next <= int.MaxValue && _used.Contains((int)next)) next++;
        return next;
    }
}
