using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The C# models of a .proto file.</summary>
/// <param name="HintName">The name of the generated files without suffix.</param>
/// <param name="Path">The path of the .proto file in the form in which the build gave it, for diagnostics.</param>
/// <param name="ImportName">The import name of the .proto file.</param>
/// <param name="Declared">The top-level types that are generated from the file, by this host or by the build.</param>
/// <param name="Messages">The model of the messages; null if they are not generated here.</param>
/// <param name="Services">The model of the services; null if there are none to generate.</param>
/// <param name="Clients">The clients to register; empty if the project requests no registration.</param>
/// <param name="OmitsServices">Whether the file has services that are not generated because Grpc.Core.Api is not referenced.</param>
/// <param name="Diagnostics">The diagnostics that were found while the models were built.</param>
public sealed record ProtoModel(
    string HintName, string Path, string ImportName, EquatableArray<DeclaredName> Declared, FileModel? Messages, ServicesModel? Services,
    EquatableArray<RegisteredClient> Clients, bool OmitsServices, EquatableArray<ProjectDiagnostic> Diagnostics)
{
    /// <summary>Gets whether the C# version lacks syntax that the emitter writes.</summary>
    public bool NeedsOldSyntax { get; init; }

    /// <summary>Creates a model that only contains the types of a file, to compare them with those of other files.</summary>
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
