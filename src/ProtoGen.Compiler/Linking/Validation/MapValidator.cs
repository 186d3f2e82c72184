using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Symbols;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks map fields: only the map itself can use its entry type, and its key type must be valid.</summary>
internal sealed class MapValidator(LinkContext context)
{
    internal void Validate(FieldDescriptor field)
    {
        var entry = field.MessageType!;
        if (field.Type == FieldType.Group)
        {
            context.Report(LinkDiagnostics.MapEntryGroup, field, ErrorLocation.Type);
            return;
        }

        if (!field.IsRepeated || entry.Name != NamingRules.MapEntry(field.Name) || field.ContainingType != entry.ContainingType)
            context.Report(LinkDiagnostics.MapEntryAsType, field, ErrorLocation.Type, entry.FullName, Suggest(entry));
        if (IsEntry(entry)) ValidateEntry(field, entry);
        else context.Report(LinkDiagnostics.ExplicitMapEntry, field, ErrorLocation.Type);
    }

    private void ValidateEntry(FieldDescriptor field, MessageDescriptor entry)
    {
        var (key, value) = (entry.Fields[0], entry.Fields[1]);
        if (key.Type == FieldType.Enum) context.Report(LinkDiagnostics.MapKeyEnum, field, ErrorLocation.Type);
        if (key.Type is FieldType.Float or FieldType.Double or FieldType.Message or FieldType.Group or FieldType.Bytes)
            context.Report(LinkDiagnostics.MapKeyType, field, ErrorLocation.Type);
        if (value.EnumType is { } type && type.Values[0].Number != 0)
            context.Report(LinkDiagnostics.MapEnumFirstValue, field, ErrorLocation.Type);
    }

    /// <summary>Suggests the type with the same name that the entry type hides; empty if there is none.</summary>
    private string Suggest(MessageDescriptor entry)
    {
        if (entry.ContainingType is not { } container) return "";
        var other = context.Symbols.Lookup(entry.Name, container, LookupMode.Types).Descriptor;
        return other is null || ReferenceEquals(other, entry) ? "" : $" Maybe you meant \".{other.FullName}\"?";
    }

    /// <summary>Returns whether a message has the form of a map entry that the parser creates.</summary>
    private static bool IsEntry(MessageDescriptor entry) =>
        entry is { Fields.Count: 2, Extensions.Count: 0, ExtensionRanges.Count: 0, Messages.Count: 0, Enums.Count: 0 }
        && IsPart(entry.Fields[0], "key", FieldNumbers.MapKey) && IsPart(entry.Fields[1], "value", FieldNumbers.MapValue);

    private static bool IsPart(FieldDescriptor part, string name, int number) =>
        part.Name == name && part.Number == number && part is { IsRepeated: false, IsRequired: false };
}
