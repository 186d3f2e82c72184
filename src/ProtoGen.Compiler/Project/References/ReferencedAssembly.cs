using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.References;

/// <summary>What one referenced assembly means for the output.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Version">The version.</param>
/// <param name="PublicTypes">
/// The full names of its public top-level types, sorted by ordinal, and as <c>Service+Nested</c> those that may be a service's client
/// or base class.
/// </param>
public sealed record ReferencedAssembly(string Name, Version Version, EquatableArray<string> PublicTypes)
{
    /// <summary>Whether it has a public top-level type of this full name.</summary>
    public bool HasType(string fullName)
    {
        for (int low = 0, high = PublicTypes.Count - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(PublicTypes[middle], fullName);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }
}
