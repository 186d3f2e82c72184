using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Determines whether fields of options messages restrict the elements or editions that they may be used in.</summary>
internal static class OptionRules
{
    private static readonly ConditionalWeakTable<FieldDescriptor, StrongBox<bool>> KnownFields = new();

    /// <summary>Returns whether options could violate a restriction; false for nearly all.</summary>
    public static bool MayHaveRestrictions(OptionMessage options, OptionsType type, OptionBindings? bindings)
    {
        var reader = options.OpenReader();
        while (reader.ReadTag())
        {
            var field = FieldNumberLookup.Find(type.Seen, reader.FieldNumber) ?? bindings?.FindExtension(type.Seen, reader.FieldNumber);
            if (field is not null && MayHaveRestrictions(field)) return true;
            reader.Skip();
        }

        return false;
    }

    /// <summary>Returns an options message with sorted fields and merged messages; null if it is nested deeper than protoc reads.</summary>
    public static OptionMessage? Normalize(OptionMessage options, MessageDescriptor type, OptionBindings? bindings) =>
        MessageNormalizer.Normalize(options.ToByteArray(), type, bindings) is { } bytes ? new OptionMessage(bytes) : null;

    private static bool MayHaveRestrictions(FieldDescriptor field) =>
        KnownFields.TryGetValue(field, out var known)
            ? known.Value
            : KnownFields.GetValue(field, key => new StrongBox<bool>(HasRule(key))).Value;

    /// <summary>Searches the field and everything that can be inside it. Extensions could be anything.</summary>
    private static bool HasRule(FieldDescriptor root)
    {
        var visited = new HashSet<MessageDescriptor>();
        var pending = new Stack<FieldDescriptor>([root]);
        while (pending.Count > 0)
        {
            var field = pending.Pop();
            if (field.Options.Has(DescriptorFields.FieldOptions.Targets) || field.Options.Has(DescriptorFields.FieldOptions.FeatureSupport))
                return true;
            if (field.EnumType is { } type && type.Values.Any(value => value.Options.Has(DescriptorFields.EnumValueOptions.FeatureSupport)))
                return true;
            if (field.MessageType is not { } message || !visited.Add(message)) continue;
            if (message.ExtensionRanges.Count > 0) return true;
            foreach (var inner in message.Fields) pending.Push(inner);
        }

        return false;
    }
}
