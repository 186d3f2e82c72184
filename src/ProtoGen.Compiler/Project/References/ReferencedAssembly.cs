using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.References;

/// <summary>The facts about a referenced assembly on which the output depends.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Version">The version.</param>
/// <param name="PublicTypes">
/// The sorted full names of its public top-level types, and of nested types that may be the client or base class of a service, as
/// <c>Service+Nested</c>.
/// </param>
/// <param name="InternalTypes">The same for its internal types.</param>
/// <param name="Friends">The simple names of the assemblies that can use its internal types.</param>
public sealed record ReferencedAssembly(
    string Name, Version Version, EquatableArray<string> PublicTypes, EquatableArray<string> InternalTypes, EquatableArray<string> Friends)
{
    /// <summary>Returns whether an assembly with a given name can use the top-level type with this full name.</summary>
    public bool HasType(string fullName, string user) =>
        Contains(PublicTypes, fullName) || (Friends.Contains(user, StringComparer.OrdinalIgnoreCase) && Contains(InternalTypes, fullName));

    private static bool Contains(EquatableArray<string> sorted, string name)
    {
        for (int low = 0, high = sorted.Count - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(sorted[middle], name);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }
}
