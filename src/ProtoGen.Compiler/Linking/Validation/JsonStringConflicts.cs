using System.Globalization;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks the JSON names that the option <c>(pb.enumvalue.json).string</c> gives to enum values.</summary>
internal sealed class JsonStringConflicts(LinkContext context)
{
    internal void Check(EnumDescriptor type)
    {
        if (!HasCustomString(type)) return;
        var hasAliases = type.Options.GetBool(DescriptorFields.EnumOptions.AllowAlias);
        var byNumber = new Dictionary<int, EnumValueDescriptor>();
        var byName = new Dictionary<string, EnumValueDescriptor>();
        foreach (var value in type.Values)
        {
            if (hasAliases && byNumber.TryGetValue(value.Number, out var first)) CheckAlias(value, first);
            else byNumber[value.Number] = value;
            CheckName(byName, value, value.Name, "Default");
            if (value.Options.GetMessage(DescriptorFields.EnumValueOptions.Json) is not null)
                CheckName(byName, value, value.JsonString ?? "", "Custom");
        }
    }

    internal void Check(EnumValueDescriptor value)
    {
        if (value.JsonString is not { } text) return;
        if (text.IndexOf('\0') >= 0) context.Report(LinkDiagnostics.JsonStringNull, value, ErrorLocation.OptionValue);
        if (ParseNumber(text) is { } number && number != value.Number)
        {
            context.Report(
                LinkDiagnostics.JsonStringNumber, value, ErrorLocation.OptionValue, text, NumberText.FormatInteger(number),
                NumberText.FormatInteger(value.Number));
        }
    }

    private static bool HasCustomString(EnumDescriptor type)
    {
        foreach (var value in type.Values)
            if (!value.Options.IsEmpty && value.Options.GetMessage(DescriptorFields.EnumValueOptions.Json) is not null) return true;
        return false;
    }

    /// <summary>Parses a custom name as a number; returns null if it is not one.</summary>
    /// <remarks>
    /// A JSON parser reads a number as the enum value with that number, so a custom name that looks like another number is ambiguous.
    /// </remarks>
    private static int? ParseNumber(string text) =>
        int.TryParse(
            text.Trim(' ', '\t', '\n', '\v', '\f', '\r'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Words(string? text) => text is null ? "unset" : "\"" + text + "\"";

    private void CheckAlias(EnumValueDescriptor value, EnumValueDescriptor first)
    {
        if (value.JsonString == first.JsonString) return;
        context.ReportRepeated(
            LinkDiagnostics.JsonStringOfAlias, value, ErrorLocation.OptionValue, first,
            NumberText.FormatInteger(value.Number), value.Name, Words(value.JsonString), first.Name, Words(first.JsonString));
    }

    private void CheckName(Dictionary<string, EnumValueDescriptor> known, EnumValueDescriptor value, string name, string kind)
    {
        if (!known.TryGetValue(name, out var other))
        {
            known.Add(name, value);
        }
        else if (other.Number != value.Number)
        {
            context.ReportRepeated(
                LinkDiagnostics.JsonStringConflict, value, ErrorLocation.OptionValue, other,
                kind, name, other.Name == name ? "default" : "custom", other.Name);
        }
    }
}
