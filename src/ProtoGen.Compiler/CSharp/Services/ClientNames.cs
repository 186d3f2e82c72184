using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>Decides the names of a client's methods so that methods with the same parameters have different names.</summary>
/// <remarks>
/// For a unary rpc <c>Say</c> the client has a method SayAsync, and so it has for an rpc <c>SayAsync</c>. If both have the same request
/// type, the code of grpc_csharp_plugin does not compile; here the second method is SayAsync_. Where the plugin's code compiles, all names
/// are the plugin's.
/// </remarks>
internal sealed class ClientNames
{
    private readonly HashSet<Signature> _taken = [];
    private readonly string[] _reserved;

    public ClientNames(ServiceDescriptor service)
    {
        // The names of the class and of the base class's property that the methods use.
        _reserved = [CSharpNames.ClientName(service), "CallInvoker"];
        foreach (var method in service.Methods)
        {
            if (!method.ClientStreaming && !method.ServerStreaming) _taken.Add(new Signature(method.Name + "Async", method.InputType));
        }
    }

    /// <summary>Returns the name of the client's method for an rpc.</summary>
    public string Get(MethodDescriptor method)
    {
        var name = method.Name;
        while (_reserved.Contains(name) || !_taken.Add(new Signature(name, method.ClientStreaming ? null : method.InputType))) name += "_";
        return Identifiers.Escape(name);
    }

    // A class, because a ReadyToRun image has no code for sets of tuples.
    private sealed record Signature(string Name, MessageDescriptor? Request);
}
