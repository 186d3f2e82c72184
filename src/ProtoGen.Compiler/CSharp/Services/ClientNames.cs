using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>The names of a client's methods, which differ for methods that take the same parameters.</summary>
/// <remarks>
/// A unary rpc <c>Say</c> has a client method SayAsync, as has an rpc <c>SayAsync</c> beside it. With the same request type,
/// grpc_csharp_plugin's code does not compile; here the second one is SayAsync_. Where that code compiles, all names are the plugin's.
/// </remarks>
internal sealed class ClientNames
{
    private readonly HashSet<(string Name, MessageDescriptor? Request)> _taken = [];
    private readonly string[] _reserved;

    public ClientNames(ServiceDescriptor service)
    {
        // The class itself, and the property of the base class that the methods use.
        _reserved = [service.Name + "Client", "CallInvoker"];
        foreach (var method in service.Methods)
        {
            if (!method.ClientStreaming && !method.ServerStreaming) _taken.Add((method.Name + "Async", method.InputType));
        }
    }

    /// <summary>Returns the name of the client's method that has the name of an rpc.</summary>
    public string Get(MethodDescriptor method)
    {
        var name = method.Name;
        while (_reserved.Contains(name) || !_taken.Add((name, method.ClientStreaming ? null : method.InputType))) name += "_";
        return Identifiers.Escape(name);
    }
}
