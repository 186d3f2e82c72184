using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Decides whether a message can derive from ProtoGen.Runtime's base class.</summary>
internal static class BaseClassRules
{
    /// <summary>The public names of the base class that protoc's code does not declare.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "ParseFrom", "WriteTo",
    };

    /// <summary>The methods in protoc's code that the base class also has.</summary>
    /// <remarks>
    /// If the user's part declares an overload of one, C# prefers it to an inherited method that would fit better. So both must be members
    /// of the same class.
    /// </remarks>
    private static readonly HashSet<string> Overloadable = new(StringComparer.Ordinal)
    {
        "CalculateSize", "ClearExtension", "Clone", "Equals", "GetExtension", "GetHashCode", "GetOrInitializeExtension", "HasExtension",
        "MergeFrom", "SetExtension", "ToString",
    };

    /// <summary>
    /// The members that generated code overrides or calls. A message with one of these names cannot have the base class, because a class
    /// cannot have a member with its own name.
    /// </summary>
    private static readonly HashSet<string> Hooks = new(StringComparer.Ordinal)
    {
        "_Continue", "_CopyFrom", "_Equals", "_Extensions", "_GetDescriptor", "_Merge", "_MergeList", "_MergeMap", "_MergeMessage", "_New",
        "_NotNull", "_Parser", "_Write", "_extensions", "_unknownFields",
    };

    /// <summary>Returns whether a message can have the base class.</summary>
    /// <param name="name">The class's name, unqualified.</param>
    /// <param name="typeName">The class's name with <c>global::</c>.</param>
    /// <param name="options">The options of the file.</param>
    public static bool Allow(string name, string typeName, CSharpOptions options)
    {
        // A [Serializable] class needs a serializable base class.
        if (!options.HasRuntime || options.Serializable || IsHook(name)) return false;
        foreach (var part in options.PartialClasses)
        {
            if (Names(part.TypeName, typeName) && !Allows(part))
                return false;
        }

        return true;
    }

    /// <summary>Returns whether a property with this name hides a member of the base class.</summary>
    public static bool IsInherited(string name) => Inherited.Contains(name);

    /// <summary>
    /// Returns whether one of these lists contains a member of the base class. A test checks that they contain all of them.
    /// </summary>
    public static bool IsKnown(string name) => Inherited.Contains(name) || Overloadable.Contains(name) || IsHook(name);

    // Messages with many fields also have _Read0, _Read1 and so on.
    private static bool IsHook(string name) => Hooks.Contains(name) || name.StartsWith("_Read", StringComparison.Ordinal);

    private static bool Allows(PartialClass part)
    {
        if (part.NamesBaseClass) return false;
        foreach (var member in part.Members)
        {
            // Only a class that lists an interface itself can implement its members explicitly.
            if (IsKnown(member) || member.IndexOf('.') >= 0) return false;
        }

        foreach (var identifier in part.Identifiers)
        {
            // In protoc's code `base` is System.Object.
            if (identifier == "base" || identifier.EndsWith("_codec", StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>Returns whether the user's part of a class mentions a private field of protoc's code.</summary>
    public static bool UsesPrivateField(string typeName, string field, CSharpOptions options) =>
        Any(typeName, options, part => part.Identifiers.Contains(field));

    /// <summary>Returns whether the user's part of a class declares a member with this name.</summary>
    public static bool Declares(string typeName, string member, CSharpOptions options) =>
        Any(typeName, options, part => part.Members.Contains(member));

    /// <summary>Returns whether the user has a part of a class.</summary>
    public static bool HasUserPart(string typeName, CSharpOptions options) => Any(typeName, options, part => true);

    private static bool Any(string typeName, CSharpOptions options, Func<PartialClass, bool> test)
    {
        foreach (var part in options.PartialClasses)
        {
            if (Names(part.TypeName, typeName) && test(part))
                return true;
        }

        return false;
    }

    /// <summary>Returns whether two names are equal apart from <c>global::</c> and the escapes of keywords.</summary>
    private static bool Names(string written, string typeName) =>
        typeName.IndexOf('@') < 0
            ? string.CompareOrdinal(typeName, "global::".Length, written, 0, int.MaxValue) == 0
            : CSharpNames.Unescape(typeName) == written;
}
