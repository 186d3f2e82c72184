using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>Finds referenced assemblies that already contain the types of a file.</summary>
/// <remarks>
/// If an assembly contains all types, including the reflection class, ProtoGen or protoc compiled the file there. A second copy would make
/// each use of a type ambiguous.
/// </remarks>
/// <param name="facts">The references.</param>
/// <param name="assemblyName">The name of the assembly being compiled.</param>
internal sealed class TypeReuse(CompilationFacts facts, string assemblyName)
{
    /// <summary>Returns the assembly that contains all messages and enums of a file; null if there is none.</summary>
    public ReferencedAssembly? FindMessages(FileDescriptor file)
    {
        foreach (var assembly in facts.Assemblies)
        {
            if (HasMessages(assembly, file))
                return assembly;
        }

        return null;
    }

    /// <summary>Returns whether an assembly contains all services of a file, with the clients and base classes that are required.</summary>
    public bool HasServices(ReferencedAssembly assembly, FileDescriptor file, ServicesOptions options)
    {
        foreach (var service in file.Services)
        {
            // The name of the class can depend on whether the assembly has the server.
            if (!HasService(assembly, service, options, CSharpNames.ServiceName(service, emitsServer: true))
                && !HasService(assembly, service, options, CSharpNames.ServiceName(service, emitsServer: false)))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasService(ReferencedAssembly assembly, ServiceDescriptor service, ServicesOptions options, string name) =>
        HasType(assembly, service.File, name)
        && (!options.EmitClient || HasType(assembly, service.File, $"{name}+{CSharpNames.ClientName(service)}"))
        && (!options.EmitServer || HasType(assembly, service.File, $"{name}+{CSharpNames.ServiceBaseName(service)}"));

    private bool HasMessages(ReferencedAssembly assembly, FileDescriptor file)
    {
        if (!HasType(assembly, file, CSharpNames.ReflectionClass(file))) return false;
        foreach (var message in file.Messages)
        {
            if (!HasType(assembly, file, CSharpNames.ClassName(message)))
                return false;
        }

        foreach (var type in file.Enums)
        {
            if (!HasType(assembly, file, CSharpNames.EnumName(type)))
                return false;
        }

        return true;
    }

    // Class names are escaped for C#, but the names of types in assemblies are not.
    private bool HasType(ReferencedAssembly assembly, FileDescriptor file, string name)
    {
        var scope = CSharpNames.RawNamespace(file);
        return assembly.HasType((scope.Length == 0 ? name : scope + "." + name).Replace("@", ""), assemblyName);
    }
}
