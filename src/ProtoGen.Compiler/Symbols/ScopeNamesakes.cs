using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>
/// Scopes of a file whose full name something else has already, or nothing. To protoc, names are full names: what is declared in one of two
/// scopes of the same name can be found in the other, and what is declared in a scope is found without the scope.
/// </summary>
internal sealed class ScopeNamesakes
{
    private readonly Dictionary<Descriptor, Symbol> _firsts = [];
    private readonly Dictionary<object, List<Descriptor>> _others = [];
    private readonly Dictionary<string, Descriptor> _absent = [];

    /// <summary>Remembers a scope whose name <paramref name="first"/> has.</summary>
    internal void Add(Descriptor scope, Symbol first)
    {
        _firsts[scope] = first;
        var key = KeyOf(first);
        if (!_others.TryGetValue(key, out var others)) _others.Add(key, others = []);
        others.Add(scope);
    }

    /// <summary>Remembers a scope that is not declared although its members are.</summary>
    internal void AddAbsent(Descriptor scope)
    {
        if (!_absent.ContainsKey(scope.FullName)) _absent.Add(scope.FullName, scope);
    }

    /// <summary>The first scope of this full name that is not declared.</summary>
    internal Descriptor? FindAbsent(string fullName) => _absent.TryGetValue(fullName, out var scope) ? scope : null;

    /// <summary>What has the scope's full name and was there before; nothing for nearly all scopes.</summary>
    internal Symbol FirstOf(Descriptor scope) => _firsts.TryGetValue(scope, out var first) ? first : default;

    /// <summary>The later scopes with the full name of something.</summary>
    internal IReadOnlyList<Descriptor> OthersOf(Symbol first) => _others.TryGetValue(KeyOf(first), out var others) ? others : [];

    private static object KeyOf(Symbol symbol) => (object?)symbol.Descriptor ?? symbol.Package!;
}
