using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Symbols;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Finds fields and oneofs whose names collide with the generated accessors of other fields.</summary>
internal static class AccessorCollisions
{
    private const string Cause = " exists. This can cause collisions in generated code.";
    private const string Suffix = "_value";
    private static readonly string[] Prefixes = ["has_", "get_", "set_", "clear_"];

    internal static string? Find(SymbolLookup symbols, MessageDescriptor message, string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var other = name.Substring(prefix.Length);
            if (IsFieldOrOneof(symbols, message, other)) return "should not begin with " + prefix + " if a field named " + other + Cause;
        }

        if (name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            var other = name.Substring(0, name.Length - Suffix.Length);
            if (IsFieldOrOneof(symbols, message, other)) return "should not end with " + Suffix + " if a field named " + other + Cause;
        }

        return name == "descriptor" ? "should not be named descriptor. This can cause collisions in generated code." : null;
    }

    private static bool IsFieldOrOneof(SymbolLookup symbols, MessageDescriptor message, string name) =>
        symbols.FindMember(message, name) is OneofDescriptor or FieldDescriptor { IsExtension: false };
}
