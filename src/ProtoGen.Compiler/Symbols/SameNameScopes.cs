using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>The scopes of one file that share their full name with another element, or that are not declared themselves.</summary>
/// <remarks>
/// protoc resolves by full name. What is declared in one of two scopes of the same name is found in the other, and the members of an
/// undeclared scope are found without it.
/// </remarks>
internal sealed class SameNameScopes
{
    private readonly Dictionary<Descriptor, Symbol> _firsts = [];
    private readonly Dictionary<object, List<Descriptor>> _others = [];
    private readonly Dictionary<string, Descriptor> _absent = [];

    /// <summary>Records a scope whose full name <paramref name="first"/> already has.</summary>
    internal void Add(Descriptor scope, Symbol first)
    {
        _firsts[scope] = first;
        var key = KeyOf(first);
        if (!_others.TryGetValue(key, out var others)) _others.Add(key, others = []);
        others.Add(scope);
    }

    /// <summary>Records a scope that is not declared although its members are.</summary>
    internal void AddAbsent(Descriptor scope)
    {
        if (!_absent.ContainsKey(scope.FullName)) _absent.Add(scope.FullName, scope);
    }

    /// <summary>Returns the first undeclared scope of this full name.</summary>
    internal Descriptor? FindAbsent(string fullName) => _absent.TryGetValue(fullName, out var scope) ? scope : null;

    /// <summary>Returns the earlier element that has the scope's full name, or no symbol if there is none.</summary>
    internal Symbol FirstOf(Descriptor scope) => _firsts.TryGetValue(scope, out var first) ? first : default;

    /// <summary>Returns the later scopes with the full name of an element.</summary>
    internal IReadOnlyList<Descriptor> OthersOf(Symbol first) => _others.TryGetValue(KeyOf(first), out var others) ? others : [];

    private static object KeyOf(Symbol symbol) => (object?)symbol.Descriptor ?? symbol.Package!;
}
