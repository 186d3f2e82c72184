using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.References;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>
/// Leaves out what a referenced assembly already has: all public types of a file, its reflection class among them, tell that the
/// file was compiled there, by ProtoGen or by protoc. Generating them again would give every user of them two of each.
/// </summary>
internal static class ReferencedTypes
{
    /// <summary>The models without what is referenced.</summary>
    public static (FileModel? Messages, ServicesModel? Services) Remove(FileModel? messages, ServicesModel? services, CompilationFacts facts)
    {
        if (messages is null) return (messages, services);
        foreach (var assembly in facts.Assemblies)
        {
            if (!HasMessages(assembly, messages)) continue;
            return (null, services is not null && HasServices(assembly, services) ? null : services);
        }

        return (messages, services);
    }

    private static bool HasMessages(ReferencedAssembly assembly, FileModel messages)
    {
        if (!assembly.HasType(GetFullName(messages.Namespace, messages.ReflectionClass))) return false;
        foreach (var message in messages.Messages)
            if (!assembly.HasType(GetFullName(messages.Namespace, message.Name)))
                return false;
        foreach (var type in messages.Enums)
            if (!assembly.HasType(GetFullName(messages.Namespace, type.Name)))
                return false;
        return true;
    }

    private static bool HasServices(ReferencedAssembly assembly, ServicesModel services)
    {
        foreach (var service in services.Services)
            if (!HasService(assembly, GetFullName(services.Namespace, service.Name), service, services.Options))
                return false;
        return true;
    }

    private static bool HasService(ReferencedAssembly assembly, string fullName, ServiceModel service, ServicesOptions options) =>
        assembly.HasType(fullName)
        && (!options.EmitClient || assembly.HasType($"{fullName}+{service.ProtoName}Client"))
        && (!options.EmitServer || assembly.HasType($"{fullName}+{service.ProtoName}Base"));

    // Names in models are escaped for C#.
    private static string GetFullName(string scope, string name) => (scope.Length == 0 ? name : scope + "." + name).Replace("@", "");
}
