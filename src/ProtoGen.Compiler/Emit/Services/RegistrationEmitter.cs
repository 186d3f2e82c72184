using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes <c>ProtoGen.Registration.g.cs</c>: the methods that register all clients of a project and map its services.</summary>
public static class RegistrationEmitter
{
    private const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection";

    private const string Routing = "global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";

    private const string Builder = "global::Microsoft.AspNetCore.Builder";

    /// <summary>Returns the C# of the class.</summary>
    public static string Emit(RegistrationModel model)
    {
        using var writer = new CodeWriter();
        FileHeader.Write(writer, source: null);
        // The clients of deprecated services are marked as obsolete.
        writer.WriteLine("#pragma warning disable 0612, 1591, 8981");
        writer.WriteLine();
        if (model.Namespace.Length > 0) writer.OpenBlock($"namespace {model.Namespace}");
        writer.WriteLine("/// <summary>Registers the gRPC clients and services of this project.</summary>");
        TypeAttributes.WriteGeneratedCode(writer);
        writer.OpenBlock("public static partial class GrpcRegistration");
        if (model.Clients.Count > 0) WriteClients(writer, model);
        if (model.MapsServices) WriteServices(writer);
        writer.CloseBlock();
        if (model.Namespace.Length > 0) writer.CloseBlock();
        return writer.ToString();
    }

    private static void WriteClients(CodeWriter writer, RegistrationModel model)
    {
        writer.WriteLine("/// <summary>Adds all gRPC clients of this project.</summary>");
        writer.WriteLine("/// <param name=\"services\">The services of the application.</param>");
        writer.WriteLine("/// <param name=\"configure\">Sets the options of each client, such as its address.</param>");
        writer.WriteLine(
            "/// <param name=\"configureClient\">Configures each client further, for example with interceptors. This parameter is optional.</param>");
        writer.WriteLine("/// <returns>The services of the application.</returns>");
        writer.WriteLine($"public static {DependencyInjection}.IServiceCollection AddGrpcClients(");
        writer.Indent();
        writer.WriteLine($"this {DependencyInjection}.IServiceCollection services,");
        writer.WriteLine("global::System.Action<global::Grpc.Net.ClientFactory.GrpcClientFactoryOptions> configure,");
        writer.Outdent();
        writer.OpenBlock($"    global::System.Action<{DependencyInjection}.IHttpClientBuilder> configureClient = null)");
        writer.WriteLine($"{DependencyInjection}.IHttpClientBuilder client;");
        foreach (var client in model.Clients)
        {
            // The client factory throws if two clients have the same name. Its default name, the short name of the class, is not unique.
            writer.Write($"client = {DependencyInjection}.GrpcClientServiceExtensions.AddGrpcClient<{client.TypeName}>");
            writer.WriteLine($"(services, \"{client.ServiceName}\", configure);");
            writer.WriteLine("if (configureClient != null) configureClient(client);");
            if (client.InterfaceName is null) continue;
            writer.Write($"{DependencyInjection}.ServiceCollectionServiceExtensions.AddTransient<{client.InterfaceName}>(services, ");
            writer.WriteLine(
                $"provider => {DependencyInjection}.ServiceProviderServiceExtensions.GetRequiredService<{client.TypeName}>(provider));");
        }

        writer.WriteLine("return services;");
        writer.CloseBlock();
        writer.WriteLine();
    }

    // The service class is a type argument, so that grpc-dotnet finds the attributes of the class and no reflection is needed.
    private static void WriteServices(CodeWriter writer)
    {
        writer.WriteLine("/// <summary>Registers a class that implements a gRPC service, for <see cref=\"MapGrpcServices\"/>.</summary>");
        writer.WriteLine("/// <param name=\"services\">The services of the application.</param>");
        writer.WriteLine("/// <returns>The services of the application.</returns>");
        writer.Write($"public static {DependencyInjection}.IServiceCollection AddGrpcService<");
        writer.Write(
            "[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.All)] TService>(");
        writer.WriteLine($"this {DependencyInjection}.IServiceCollection services)");
        writer.OpenBlock("    where TService : class");
        writer.WriteLine($"return {DependencyInjection}.ServiceCollectionServiceExtensions.AddSingleton(services, new ServiceMapping(");
        writer.WriteLine($"    endpoints => {Builder}.GrpcEndpointRouteBuilderExtensions.MapGrpcService<TService>(endpoints)));");
        writer.CloseBlock();
        writer.WriteLine();
        writer.WriteLine(
            "/// <summary>Maps all gRPC services that are registered with <see cref=\"AddGrpcService{TService}\"/>.</summary>");
        writer.WriteLine("/// <param name=\"endpoints\">The endpoints of the application.</param>");
        writer.WriteLine("/// <returns>The conventions of all these services.</returns>");
        writer.OpenBlock($"public static {Builder}.IEndpointConventionBuilder MapGrpcServices(this {Routing} endpoints)");
        writer.WriteLine($"var mapped = new global::System.Collections.Generic.List<{Builder}.IEndpointConventionBuilder>();");
        writer.OpenBlock(
            $"foreach (var service in {DependencyInjection}.ServiceProviderServiceExtensions.GetServices<ServiceMapping>(endpoints.ServiceProvider))");
        writer.WriteLine("mapped.Add(service.Map(endpoints));");
        writer.CloseBlock();
        writer.WriteLine("return new MappedServices(mapped);");
        writer.CloseBlock();
        writer.WriteLine();
        writer.OpenBlock("private sealed class ServiceMapping");
        writer.WriteLine($"public readonly global::System.Func<{Routing}, {Builder}.IEndpointConventionBuilder> Map;");
        writer.WriteLine();
        writer.WriteLine(
            $"public ServiceMapping(global::System.Func<{Routing}, {Builder}.IEndpointConventionBuilder> map) {{ Map = map; }}");
        writer.CloseBlock();
        writer.WriteLine();
        writer.OpenBlock($"private sealed class MappedServices : {Builder}.IEndpointConventionBuilder");
        writer.WriteLine($"private readonly global::System.Collections.Generic.List<{Builder}.IEndpointConventionBuilder> _services;");
        writer.WriteLine();
        writer.WriteLine(
            $"public MappedServices(global::System.Collections.Generic.List<{Builder}.IEndpointConventionBuilder> services) {{ _services = services; }}");
        writer.WriteLine();
        writer.WriteLine(
            $"public void Add(global::System.Action<{Builder}.EndpointBuilder> convention) {{ foreach (var service in _services) service.Add(convention); }}");
        writer.WriteLine();
        writer.WriteLine(
            $"public void Finally(global::System.Action<{Builder}.EndpointBuilder> finalConvention) {{ foreach (var service in _services) service.Finally(finalConvention); }}");
        writer.CloseBlock();
    }
}
