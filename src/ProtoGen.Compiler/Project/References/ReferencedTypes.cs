using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.References;

/// <summary>Collects the types of a referenced assembly.</summary>
public sealed class ReferencedTypes
{
    private readonly List<string> _public = [];
    private readonly List<string> _internal = [];

    /// <summary>Adds a top-level type and returns its full name.</summary>
    public string Add(string scope, string name, bool isPublic)
    {
        var fullName = scope.Length == 0 ? name : scope + "." + name;
        (isPublic ? _public : _internal).Add(fullName);
        return fullName;
    }

    /// <summary>Adds a nested type if its name is that of a client or base class of a service.</summary>
    public void AddNested(string service, string name, bool isPublic)
    {
        var stem = name.TrimEnd('_');
        if (stem.EndsWith("Client", StringComparison.Ordinal) || stem.EndsWith("Base", StringComparison.Ordinal))
            (isPublic ? _public : _internal).Add(service + "+" + name);
    }

    /// <summary>Returns the facts about the assembly.</summary>
    /// <param name="name">The simple name of the assembly.</param>
    /// <param name="version">The version of the assembly.</param>
    /// <param name="friends">The values of its InternalsVisibleTo attributes.</param>
    public ReferencedAssembly ToAssembly(string name, Version version, IEnumerable<string> friends)
    {
        var names = friends.Select(friend => friend.Split(',')[0].Trim()).ToArray();
        return new ReferencedAssembly(name, version, Sort(_public), names.Length == 0 ? default : Sort(_internal), new(names));
    }

    private static EquatableArray<string> Sort(List<string> names)
    {
        names.Sort(StringComparer.Ordinal);
        return new(names.ToArray());
    }
}
