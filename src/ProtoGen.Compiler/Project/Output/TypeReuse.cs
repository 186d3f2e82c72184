using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>
/// Leaves out the types that a referenced assembly already has. If it has all types of a file, its reflection class among them, the file
/// was compiled there, by ProtoGen or by protoc, and a second copy would make every use of a type ambiguous.
/// </summary>
/// <param name="facts">The references.</param>
/// <param name="assemblyName">The name of the assembly that is compiled.</param>
internal sealed class TypeReuse(CompilationFacts facts, string assemblyName)
{
    /// <summary>The models without what is referenced.</summary>
    public (FileModel? Messages, ServicesModel? Services) Remove(FileModel? messages, ServicesModel? services)
    {
        if (messages is null) return (messages, services);
        foreach (var assembly in facts.Assemblies)
        {
            if (!HasMessages(assembly, messages)) continue;
            return (null, services is not null && HasServices(assembly, services) ? null : services);
        }

        return (messages, services);
    }

    private bool HasMessages(ReferencedAssembly assembly, FileModel messages)
    {
        if (!HasType(assembly, messages.Namespace, messages.ReflectionClass)) return false;
        foreach (var message in messages.Messages)
            if (!HasType(assembly, messages.Namespace, message.Name))
                return false;
        foreach (var type in messages.Enums)
            if (!HasType(assembly, messages.Namespace, type.Name))
                return false;
        return true;
    }

    private bool HasServices(ReferencedAssembly assembly, ServicesModel services)
    {
        foreach (var service in services.Services)
            if (!HasService(assembly, services.Namespace, service, services.Options))
                return false;
        return true;
    }

    private bool HasService(ReferencedAssembly assembly, string scope, ServiceModel service, ServicesOptions options) =>
        HasType(assembly, scope, service.Name)
        && (!options.EmitClient || HasType(assembly, scope, $"{service.Name}+{service.ProtoName}Client"))
        && (!options.EmitServer || HasType(assembly, scope, $"{service.Name}+{service.ProtoName}Base"));

    // Names in models are escaped for C#.
    private bool HasType(ReferencedAssembly assembly, string scope, string name) =>
        assembly.HasType((scope.Length == 0 ? name : scope + "." + name).Replace("@", ""), assemblyName);
}
