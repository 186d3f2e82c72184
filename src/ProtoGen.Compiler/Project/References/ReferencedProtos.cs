using ProtoGen.Compiler.Project.Items;

namespace ProtoGen.Compiler.Project.References;

/// <summary>
/// The .proto files whose types referenced assemblies contain: generated code includes the descriptor of its file. So
/// <c>google/api/annotations.proto</c> can be imported where Google.Api.CommonProtos is referenced.
/// </summary>
/// <param name="assemblies">Reads the string literals of each assembly. It is called when the first import is looked up.</param>
public sealed class ReferencedProtos(IReadOnlyList<Func<DescriptorLiterals>> assemblies)
{
    private readonly Dictionary<string, ParsedProto?> _found = new(StringComparer.Ordinal);

    /// <summary>The files of a project without references.</summary>
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
