using ProtoGen.Compiler.Project.Items;

namespace ProtoGen.Compiler.Project.References;

/// <summary>Finds the .proto files whose generated code referenced assemblies contain.</summary>
/// <remarks>
/// Generated code includes the descriptor of its file. So <c>google/api/annotations.proto</c> can be imported if Google.Api.CommonProtos is
/// referenced.
/// </remarks>
/// <param name="assemblies">Reads the string literals of each assembly. They are called when an import is searched for.</param>
public sealed class ReferencedProtos(IReadOnlyList<Func<DescriptorLiterals>> assemblies)
{
    private readonly Dictionary<string, ParsedProto?> _found = new(StringComparer.Ordinal);

    /// <summary>Gets an instance without assemblies.</summary>
    public static ReferencedProtos None { get; } = new([]);

    /// <summary>Returns the file with an import name; null if no assembly contains it.</summary>
    public ParsedProto? Find(string name)
    {
        if (_found.TryGetValue(name, out var known)) return known;
        return _found[name] = Search(name);
    }

    private ParsedProto? Search(string name)
    {
        foreach (var assembly in assemblies)
        {
            if (assembly().Find(name) is { } bytes && ParsedProto.FromDescriptor(name, bytes) is { } file)
                return file;
        }

        return null;
    }
}
