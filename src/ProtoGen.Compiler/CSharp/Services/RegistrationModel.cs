using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>The model of a project's class GrpcRegistration. It is compared by value.</summary>
/// <param name="Namespace">The C# namespace, escaped; empty for the global one.</param>
/// <param name="Clients">The clients to register; empty if Grpc.Net.ClientFactory is not referenced.</param>
/// <param name="MapsServices">
/// Whether the method that maps services is generated, which requires a reference to Grpc.AspNetCore.Server.
/// </param>
public sealed record RegistrationModel(string Namespace, EquatableArray<RegisteredClient> Clients, bool MapsServices)
{
    /// <summary>Builds the model; null if there is nothing to register.</summary>
    /// <param name="rootNamespace">The project's RootNamespace, which may be invalid in C#.</param>
    /// <param name="clients">The clients of all files.</param>
    /// <param name="hasClientFactory">Whether Grpc.Net.ClientFactory is referenced.</param>
    /// <param name="hasServer">Whether Grpc.AspNetCore.Server is referenced.</param>
    public static RegistrationModel? Build(
        string rootNamespace, IEnumerable<RegisteredClient> clients, bool hasClientFactory, bool hasServer)
    {
        RegisteredClient[] added = hasClientFactory ? [.. clients.OrderBy(client => client.TypeName, StringComparer.Ordinal)] : [];
        return added.Length == 0 && !hasServer ? null : new RegistrationModel(ToNamespace(rootNamespace), new(added), hasServer);
    }

    // By default MSBuild uses the project's file name, which may contain characters that are invalid in identifiers.
    private static string ToNamespace(string name)
    {
        var dotted = string.Join(".", name.Split(['.'], StringSplitOptions.RemoveEmptyEntries));
        return Identifiers.EscapeDotted(Identifiers.IsNamespace(dotted) ? dotted : NamespaceValidator.MakeValid(dotted));
    }
}

/// <summary>A client that an application registers.</summary>
/// <param name="TypeName">The client's C# type with <c>global::</c>.</param>
/// <param name="InterfaceName">The interface that it implements, with <c>global::</c>; null without one.</param>
/// <param name="ServiceName">The full name of the service in the .proto file, which is the client's name in the client factory.</param>
public sealed record RegisteredClient(string TypeName, string? InterfaceName, string ServiceName)
{
    /// <summary>Returns the clients of a file's services.</summary>
    public static EquatableArray<RegisteredClient> Of(ServicesModel? services)
    {
        if (services is null || !services.Options.EmitClient) return default;
        var clients = new RegisteredClient[services.Services.Count];
        for (var i = 0; i < clients.Length; i++)
        {
            var service = services.Services[i];
            var scope = "global::" + (services.Namespace.Length == 0 ? "" : services.Namespace + ".") + service.Name + ".";
            clients[i] = new RegisteredClient(
                scope + service.ClientName,
                services.Options.EmitClientInterface ? scope + service.ClientInterfaceName : null,
                service.FullName);
        }

        return new(clients);
    }
}
