using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.SourceGenerator.References;

/// <summary>
/// Reduces a reference to what matters. Each reference is asked on its own, so that an edit of a .cs file, which makes a new
/// compilation over the same references, asks nothing.
/// </summary>
internal static class ReferenceReader
{
    /// <summary>Null for an assembly that has nothing to do with Protocol Buffers, and for what isn't a readable assembly.</summary>
    public static ReferencedAssembly? Read(MetadataReference reference, CancellationToken cancellation) => reference switch
    {
        PortableExecutableReference file => TryGetReader(file) is { } reader ? Read(reader) : null,
        CompilationReference project => ReadProject(project.Compilation, cancellation),
        _ => null,
    };

    /// <summary>The metadata of an assembly; null for a module, and for what can't be read.</summary>
    public static MetadataReader? TryGetReader(PortableExecutableReference reference)
    {
        try
        {
            return reference.GetMetadata() is AssemblyMetadata assembly ? assembly.GetModules()[0].GetMetadataReader() : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return null; // The compiler says so itself.
        }
    }

    private static ReferencedAssembly? Read(MetadataReader reader)
    {
        if (!reader.IsAssembly) return null;
        var definition = reader.GetAssemblyDefinition();
        var name = reader.GetString(definition.Name);
        if (!IsOfInterest(name) && !ReferencesProtobuf(reader)) return null;

        var types = new List<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            var fullName = GetFullName(reader.GetString(type.Namespace), reader.GetString(type.Name));
            types.Add(fullName);
            foreach (var nested in type.GetNestedTypes()) AddServiceSide(fullName, reader.GetTypeDefinition(nested), reader, types);
        }

        return Create(name, definition.Version, types);
    }

    private static void AddServiceSide(string service, TypeDefinition type, MetadataReader reader, List<string> types)
    {
        if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.NestedPublic) return;
        var name = reader.GetString(type.Name);
        if (IsServiceSide(name)) types.Add(service + "+" + name);
    }

    /// <summary>Whether an assembly may hold generated messages.</summary>
    public static bool ReferencesProtobuf(MetadataReader reader)
    {
        foreach (var handle in reader.AssemblyReferences)
            if (reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, AssemblyNames.GoogleProtobuf))
                return true;
        return false;
    }

    /// <summary>Whether a project may hold generated messages.</summary>
    public static bool ReferencesProtobuf(Compilation compilation)
    {
        foreach (var referenced in compilation.ReferencedAssemblyNames)
            if (referenced.Name == AssemblyNames.GoogleProtobuf)
                return true;
        return false;
    }

    private static ReferencedAssembly? ReadProject(Compilation compilation, CancellationToken cancellation)
    {
        var identity = compilation.Assembly.Identity;
        if (!IsOfInterest(identity.Name) && !ReferencesProtobuf(compilation)) return null;

        var types = new List<string>();
        AddTypes(compilation.Assembly.GlobalNamespace, "", types, cancellation);
        return Create(identity.Name, identity.Version, types);
    }

    private static void AddTypes(INamespaceSymbol scope, string name, List<string> types, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var type in scope.GetTypeMembers())
        {
            if (type.DeclaredAccessibility != Accessibility.Public) continue;
            var fullName = GetFullName(name, type.MetadataName);
            types.Add(fullName);
            foreach (var nested in type.GetTypeMembers())
                if (nested.DeclaredAccessibility == Accessibility.Public && IsServiceSide(nested.Name))
                    types.Add(fullName + "+" + nested.Name);
        }

        foreach (var inner in scope.GetNamespaceMembers())
            AddTypes(inner, GetFullName(name, inner.Name), types, cancellation);
    }

    // A generated service is a class that holds the client and the base class.
    private static bool IsServiceSide(string nestedType) =>
        nestedType.EndsWith("Client", StringComparison.Ordinal) || nestedType.EndsWith("Base", StringComparison.Ordinal);

    private static bool IsOfInterest(string name) =>
        name is AssemblyNames.GoogleProtobuf or AssemblyNames.GrpcCoreApi or AssemblyNames.Runtime;

    private static string GetFullName(string scope, string name) => scope.Length == 0 ? name : scope + "." + name;

    private static ReferencedAssembly Create(string name, Version version, List<string> types)
    {
        types.Sort(StringComparer.Ordinal);
        return new ReferencedAssembly(name, version, new EquatableArray<string>(types.ToArray()));
    }
}
