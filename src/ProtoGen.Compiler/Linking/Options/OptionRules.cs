using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Determines whether the fields of options messages restrict the elements or editions in which they can be used.</summary>
internal static class OptionRules
{
    private static readonly ConditionalWeakTable<FieldDescriptor, StrongBox<bool>> KnownFields = new();

    /// <summary>
    /// Returns the normalized options of an element and their type if they may violate a restriction; null for nearly all elements.
    /// </summary>
    public static (OptionMessage Options, MessageDescriptor Type)? FindRestricted(LinkContext context, Descriptor element)
    {
        var bindings = context.OptionBindings;
        if (element.Options.IsEmpty || bindings?.FindOptionsType(OptionsTypes.NameFor(element)) is not { } type) return null;
        if (!MayHaveRestrictions(element.Options, type, bindings)) return null;
        return Normalize(element.Options, type.Imported, bindings) is { } options ? (options, type.Imported) : null;
    }

    private static bool MayHaveRestrictions(OptionMessage options, OptionsType type, OptionBindings? bindings)
    {
        var reader = options.OpenReader();
        while (reader.ReadTag())
        {
            var field = FieldNumberLookup.Find(type.Imported, reader.FieldNumber)
                ?? bindings?.FindExtension(type.Imported, reader.FieldNumber);
            if (field is not null && MayHaveRestrictions(field)) return true;
            reader.Skip();
        }

        return false;
    }

    /// <summary>
    /// Returns an options message with sorted fields and merged messages; null if it is nested more deeply than protoc reads.
    /// </summary>
    private static OptionMessage? Normalize(OptionMessage options, MessageDescriptor type, OptionBindings? bindings) =>
        MessageNormalizer.Normalize(options.ToByteArray(), type, bindings) is { } bytes ? new OptionMessage(bytes) : null;

    private static bool MayHaveRestrictions(FieldDescriptor field) =>
        KnownFields.TryGetValue(field, out var known)
            ? known.Value
            : KnownFields.GetValue(field, key => new StrongBox<bool>(HasRule(key))).Value;

    /// <summary>
    /// Returns whether a field, or anything that it can contain, declares a restriction. A message with extension ranges may contain
    /// anything.
    /// </summary>
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
