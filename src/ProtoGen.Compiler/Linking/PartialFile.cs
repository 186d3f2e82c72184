using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking;

/// <summary>Removes unresolved elements from a rejected file, so that an editor can use the rest.</summary>
internal static class PartialFile
{
    internal static void Trim(FileDescriptor file)
    {
        foreach (var message in file.Messages) Trim(message);
        file.Extensions = Keep(file.Extensions, IsUsable);
        file.Enums = Keep(file.Enums, type => type.Values.Count > 0);
        foreach (var service in file.Services)
            service.Methods = Keep(service.Methods, method => method.InputType is not null && method.OutputType is not null);
    }

    private static void Trim(MessageDescriptor message)
    {
        foreach (var nested in message.Messages) Trim(nested);
        message.Fields = Keep(message.Fields, IsUsable);
        message.Extensions = Keep(message.Extensions, IsUsable);
        foreach (var oneof in message.Oneofs) oneof.Fields = Keep(oneof.Fields, IsUsable);
        message.Oneofs = Keep(message.Oneofs, oneof => oneof.Fields.Count > 0);
        message.Enums = Keep(message.Enums, type => type.Values.Count > 0);
    }

    private static bool IsUsable(FieldDescriptor field) => field.ContainingType is not null && field.Type switch
    {
        FieldType.Unresolved => false,
        FieldType.Message or FieldType.Group => field.MessageType is not null,
        FieldType.Enum => field.EnumType is { Values.Count: > 0 },
        _ => true,
    };

    private static IReadOnlyList<T> Keep<T>(IReadOnlyList<T> all, Func<T, bool> isUsable)
    {
        var kept = new List<T>(all.Count);
        foreach (var item in all)
            if (isUsable(item)) kept.Add(item);
        return kept.Count == all.Count ? all : kept;
    }
}
