using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Metadata;

namespace ProtoGen.SourceGenerator.References;

/// <summary>Reads the facts about references on which the output depends.</summary>
/// <remarks>
/// Each reference is read separately. An edit of a .cs file, which creates a new compilation with the same references, then reads nothing.
/// </remarks>
internal static class ReferenceReader
{
    private const string FriendAttribute = "System.Runtime.CompilerServices.InternalsVisibleToAttribute";

    /// <summary>Returns the facts about a reference; null if it cannot be read or does not use Protocol Buffers.</summary>
    public static ReferencedAssembly? Read(MetadataReference reference, CancellationToken cancellation) => reference switch
    {
        PortableExecutableReference file => TryGetReader(file) is { } reader ? AssemblyReader.Read(reader) : null,
        CompilationReference project => ReadProject(project.Compilation, cancellation),
        _ => null,
    };

    /// <summary>Returns the metadata of an assembly; null for a module and for an unreadable file.</summary>
    public static MetadataReader? TryGetReader(PortableExecutableReference reference)
    {
        try
        {
            return reference.GetMetadata() is AssemblyMetadata assembly ? assembly.GetModules()[0].GetMetadataReader() : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return null; // The C# compiler reports the error.
        }
    }

    /// <summary>Returns whether a project may contain generated messages.</summary>
    public static bool ReferencesProtobuf(Compilation compilation)
    {
        foreach (var referenced in compilation.ReferencedAssemblyNames)
        {
            if (referenced.Name == AssemblyNames.GoogleProtobuf)
                return true;
        }

        return false;
    }

    private static ReferencedAssembly? ReadProject(Compilation compilation, CancellationToken cancellation)
    {
        var identity = compilation.Assembly.Identity;
        if (!AssemblyNames.IsKnown(identity.Name) && !ReferencesProtobuf(compilation)) return null;

        var types = new ReferencedTypes();
        AddTypes(compilation.Assembly.GlobalNamespace, "", types, cancellation);
        return types.ToAssembly(identity.Name, identity.Version, ReadFriends(compilation.Assembly));
    }

    private static void AddTypes(INamespaceSymbol scope, string name, ReferencedTypes types, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in scope.GetTypeMembers())
        {
            var isPublic = type.DeclaredAccessibility == Accessibility.Public;
            var fullName = types.Add(name, type.MetadataName, isPublic);
            foreach (var nested in type.GetTypeMembers())
            {
                if (nested.DeclaredAccessibility == Accessibility.Public)
                    types.AddNested(fullName, nested.Name, isPublic);
            }
        }

        foreach (var inner in scope.GetNamespaceMembers())
            AddTypes(inner, name.Length == 0 ? inner.Name : name + "." + inner.Name, types, cancellation);
    }

    private static IEnumerable<string> ReadFriends(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == FriendAttribute
                && attribute.ConstructorArguments.FirstOrDefault().Value is string friend)
            {
                yield return friend;
            }
        }
    }
}
