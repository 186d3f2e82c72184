using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking;

/// <summary>
/// Counts the declarations in a file's messages and services, so that the member table can be allocated with the right size.
/// </summary>
internal static class MemberCounter
{
    internal static int Count(FileNode file)
    {
        var count = 0;
        foreach (var message in file.Messages) count += Count(message, depth: 1);
        foreach (var service in file.Services) count += service.Methods.Count;
        return count;
    }

    private static int Count(MessageNode message, int depth)
    {
        var count = message.Fields.Count + message.Extensions.Count + message.Messages.Count + message.Enums.Count + message.Oneofs.Count;
        foreach (var type in message.Enums) count += type.Values.Count;
        if (depth == MessageBuilder.MaxDepth) return count;
        foreach (var nested in message.Messages) count += Count(nested, depth + 1);
        return count;
    }
}
