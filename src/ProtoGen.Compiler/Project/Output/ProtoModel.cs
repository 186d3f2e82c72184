using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The C# models of one .proto file.</summary>
/// <param name="HintName">The base of the generated files' names.</param>
/// <param name="Path">The .proto's path as the build gave it, for diagnostics.</param>
/// <param name="ImportName">The .proto's import name.</param>
/// <param name="Declared">The top-level types that are generated from the file, by this host or by the build.</param>
/// <param name="Messages">The model of the messages; null when they are not generated here.</param>
/// <param name="Services">The model of the services; null when there are none to generate.</param>
/// <param name="Clients">The clients to register; empty if the project asks for no registration.</param>
/// <param name="OmitsServices">Whether the file has services that are not generated because Grpc.Core.Api is not referenced.</param>
/// <param name="Diagnostics">The problems found while the models were built.</param>
public sealed record ProtoModel(
    string HintName, string Path, string ImportName, EquatableArray<DeclaredName> Declared, FileModel? Messages, ServicesModel? Services,
    EquatableArray<RegisteredClient> Clients, bool OmitsServices, EquatableArray<ProjectDiagnostic> Diagnostics)
{
    /// <summary>Returns a model that has only the types of a file, to compare them with those of other files.</summary>
    internal static ProtoModel OfNames(string path, string importName, EquatableArray<DeclaredName> declared) =>
        new("", path, importName, declared, null, null, default, false, default);

    /// <summary>Returns the unqualified names of the generated message and enum types, including nested ones.</summary>
    public EquatableArray<string> GetTypeNames()
    {
        if (Messages is null) return default;
        var names = new List<string>();
        foreach (var type in Messages.Enums) names.Add(type.Name);
        foreach (var message in Messages.Messages) AddNames(message, names);
        return new(names.ToArray());
    }

    private static void AddNames(MessageModel message, List<string> names)
    {
        if (message.IsMapEntry) return;
        names.Add(message.Name);
        foreach (var type in message.Enums) names.Add(type.Name);
        foreach (var nested in message.Messages) AddNames(nested, names);
    }
}
