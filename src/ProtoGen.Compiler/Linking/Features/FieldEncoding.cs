using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Features;

/// <summary>
/// Sets the label and type of fields from the resolved features, because descriptors express these features in that form.
/// </summary>
internal static class FieldEncoding
{
    internal static void Apply(FileDescriptor file)
    {
        foreach (var message in file.Messages) Apply(message);
        foreach (var extension in file.Extensions) Apply(extension);
    }

    private static void Apply(MessageDescriptor message)
    {
        foreach (var field in message.Fields) Apply(field);
        foreach (var nested in message.Messages) Apply(nested);
        foreach (var extension in message.Extensions) Apply(extension);
    }

    private static void Apply(FieldDescriptor field)
    {
        if (field.Features.FieldPresence == FieldPresence.LegacyRequired && field.Label == FieldLabel.Optional)
            field.Label = FieldLabel.Required;
        if (field.Features.MessageEncoding != MessageEncoding.Delimited || field.Type != FieldType.Message) return;
        if (field.ContainingType is not { IsMapEntry: true } && field.MessageType is not { IsMapEntry: true }) field.Type = FieldType.Group;
    }
}
