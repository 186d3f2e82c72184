using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Adds a oneof for each <c>optional</c> field of proto3, after the oneofs that the file declares.</summary>
internal static class SyntheticOneofs
{
    public static void AddTo(MessageNode message)
    {
        HashSet<string>? names = null;
        foreach (var field in message.Fields)
        {
            if (field.Proto3Optional)
            {
                names ??= GetNames(message);
                var name = NamingRules.SyntheticOneof(field.Name.Text, names);
                field.OneofIndex = message.Oneofs.Count;
                message.Oneofs.Add(new OneofNode(new Name(name, default)) { IsSynthetic = true });
            }
        }
    }

    private static HashSet<string> GetNames(MessageNode message)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in message.Fields)
        {
            names.Add(field.Name.Text);
        }

        foreach (var oneof in message.Oneofs)
        {
            names.Add(oneof.Name.Text);
        }

        return names;
    }
}
