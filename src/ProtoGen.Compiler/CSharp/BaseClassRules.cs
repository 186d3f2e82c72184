using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Decides whether a message can derive from ProtoGen.Runtime's base class.</summary>
internal static class BaseClassRules
{
    /// <summary>The names that the base class adds to what protoc's code declares.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Clear", "ParseFrom", "ToByteArray", "WriteTo",
    };

    /// <summary>The members that generated code overrides or calls. No class can have a member of its own name.</summary>
    private static readonly HashSet<string> Hooks = new(StringComparer.Ordinal)
    {
        "_CopyFrom", "_Descriptor", "_Equals", "_Extensions", "_Merge", "_MergeList", "_MergeMap", "_MergeMessage", "_New",
        "_Parser", "_Read", "_ReadOther", "_Write", "_extensions",
    };

    /// <summary>Private members of protoc's code that only messages without the base class have.</summary>
    private static readonly HashSet<string> ProtocOnly = new(StringComparer.Ordinal) { "_unknownFields" };

    /// <summary>Returns whether the message gets the base class.</summary>
    /// <param name="name">The class's name, unqualified.</param>
    /// <param name="typeName">The class's name with <c>global::</c>.</param>
    /// <param name="options">The options of the file.</param>
    public static bool Allow(string name, string typeName, CSharpOptions options)
    {
        // [Serializable] promises that all base classes are serializable, too.
        if (!options.HasRuntime || options.Serializable || Hooks.Contains(name)) return false;
        foreach (var part in options.PartialClasses)
        {
            if (Names(part.TypeName, typeName) && !Allows(part))
                return false;
        }

        return true;
    }

    /// <summary>Returns whether a property of this name hides a member of the base class.</summary>
    public static bool IsInherited(string name) => Inherited.Contains(name);

    private static bool Allows(PartialClass part) =>
        !part.NamesBaseClass && !ContainsAny(part.Members, Inherited) && !ContainsAny(part.Members, Hooks) && !ContainsAny(part.Identifiers, ProtocOnly);

    /// <summary>Returns whether the user's part of a class mentions a private field of protoc's code.</summary>
    public static bool UsesPrivateField(string typeName, string field, CSharpOptions options)
    {
        foreach (var part in options.PartialClasses)
        {
            if (Names(part.TypeName, typeName) && part.Identifiers.Contains(field))
                return true;
        }

        return false;
    }

    /// <summary>Compares names without <c>global::</c> and the escapes of keywords.</summary>
    private static bool Names(string written, string typeName) =>
        typeName.IndexOf('@') < 0
            ? string.CompareOrdinal(typeName, "global::".Length, written, 0, int.MaxValue) == 0
            : typeName.Substring("global::".Length).Replace("@", "") == written;

    private static bool ContainsAny(EquatableArray<string> names, HashSet<string> set)
    {
        foreach (var name in names)
        {
            if (set.Contains(name))
                return true;
        }

        return false;
    }
}
