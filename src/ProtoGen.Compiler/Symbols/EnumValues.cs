using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>Finds values of enums by name.</summary>
internal static class EnumValues
{
    /// <summary>Returns the enum's value of this name.</summary>
    /// <remarks>
    /// A value is declared in the scope that contains its enum. The table of that scope has the value unless another element has its name.
    /// </remarks>
    internal static EnumValueDescriptor? Find(SymbolPool pool, EnumDescriptor type, string name) =>
        FindInScope(pool, type, name) ?? FindByName(type.Values, name);

    private static EnumValueDescriptor? FindInScope(SymbolPool pool, EnumDescriptor type, string name)
    {
        // An enum of a built-in options message was linked in a separate pool.
        if (pool.Find(type.File) is not { } symbols) return null;
        if (type.ContainingType is { } scope) return Of(type, symbols.Members.Find(scope, name, 0, name.Length));
        if (symbols.Package.Find(name, 0, name.Length) is not { } entry) return null;
        for (var i = 0; i < entry.Others?.Count; i++)
            if (Of(type, entry.Others[i]) is { } value) return value;
        return Of(type, entry.First);
    }

    private static EnumValueDescriptor? FindByName(IReadOnlyList<EnumValueDescriptor> values, string name)
    {
        foreach (var value in values)
            if (value.Name == name) return value;
        return null;
    }

    private static EnumValueDescriptor? Of(EnumDescriptor type, Descriptor? found) =>
        found is EnumValueDescriptor value && value.Type == type ? value : null;
}
