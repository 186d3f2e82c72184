using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>
/// Finds types that a referenced assembly already has. If it has all types of a file, including its reflection class, the file was
/// compiled there, by ProtoGen or by protoc, and a second copy would make every use of a type ambiguous.
/// </summary>
/// <param name="facts">The references.</param>
/// <param name="assemblyName">The name of the assembly that is compiled.</param>
internal sealed class TypeReuse(CompilationFacts facts, string assemblyName)
{
    /// <summary>Returns the assembly that has the messages and enums of a file; null if none has all of them.</summary>
    public ReferencedAssembly? FindMessages(FileDescriptor file)
    {
        foreach (var assembly in facts.Assemblies)
        {
            if (HasMessages(assembly, file))
                return assembly;
        }

        return null;
    }

    /// <summary>Returns whether an assembly has all services of a file, with the required sides.</summary>
    public bool HasServices(ReferencedAssembly assembly, FileDescriptor file, ServicesOptions options)
    {
        foreach (var service in file.Services)
        {
            if (!HasType(assembly, file, service.Name)
                || (options.EmitClient && !HasType(assembly, file, $"{service.Name}+{service.Name}Client"))
                || (options.EmitServer && !HasType(assembly, file, $"{service.Name}+{service.Name}Base")))
            {
                return false;
            }
        }

        return true;
    }

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

    // The names of classes are escaped for C#.
    private bool HasType(ReferencedAssembly assembly, FileDescriptor file, string name)
    {
        var scope = CSharpNames.RawNamespace(file);
        return assembly.HasType((scope.Length == 0 ? name : scope + "." + name).Replace("@", ""), assemblyName);
    }
}
