using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Checks that options are set only on the elements that their <c>targets</c> allow.</summary>
internal static class OptionTargets
{
    /// <summary>Reports each field in an element's options, including nested fields, that cannot be set on this kind of element.</summary>
    public static void Validate(LinkContext context, Descriptor element)
    {
        if (OptionRules.FindRestricted(context, element) is var (options, type))
            Validate(context, options.OpenReader(), type, TargetOf(element));
    }

    private static void Validate(LinkContext context, WireReader reader, MessageDescriptor type, (int Number, string Name) target)
    {
        foreach (var field in SetField.ListOf(reader, type, context.OptionBindings))
        {
            var allowed = field.Descriptor.Options.GetEnums(DescriptorFields.FieldOptions.Targets);
            if (allowed.Count > 0 && !allowed.Contains(target.Number))
            {
                context.Reporter.ReportLate(
                    LinkStage.OptionTargets, OptionDiagnostics.WrongTarget, default, field.Descriptor.FullName, target.Name);
            }

            if (field.Descriptor.Type == FieldType.Group) continue;
            foreach (var message in field.Messages) Validate(context, message, field.Descriptor.MessageType!, target);
        }
    }

    /// <summary>Returns the element's number in FieldOptions.OptionTargetType and its name in diagnostics.</summary>
    private static (int Number, string Name) TargetOf(Descriptor element) => element switch
    {
        FileDescriptor => (1, "file"),
        ExtensionRangeDescriptor => (2, "extension range"),
        MessageDescriptor => (3, "message"),
        FieldDescriptor => (4, "field"),
        OneofDescriptor => (5, "oneof"),
        EnumDescriptor => (6, "enum"),
        EnumValueDescriptor => (7, "enum entry"),
        ServiceDescriptor => (8, "service"),
        MethodDescriptor => (9, "method"),
        _ => (0, "unknown"),
    };
}
