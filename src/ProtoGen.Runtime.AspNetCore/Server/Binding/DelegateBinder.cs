using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ProtoGen.Grpc.AspNetCore.Server.Calls;

namespace ProtoGen.Grpc.AspNetCore.Server.Binding;

/// <summary>
/// Takes methods from a <c>BindService(ServiceBinderBase, …)</c>: with their handlers where a definition brings them, and by
/// name from the implementing class where none comes.
/// </summary>
internal sealed class DelegateBinder<[DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TImplementation>(
    ServiceMethods<TImplementation> methods) : ServiceBinderBase
    where TImplementation : class
{
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null)
        {
            methods.AddUnaryMethod(method, Implementing(method, typeof(TRequest), typeof(ServerCallContext))
                .CreateDelegate<UnaryServerMethod<TImplementation, TRequest, TResponse>>());
            return;
        }
        methods.Add(
            method,
            new UnaryHandler<TImplementation, TRequest, TResponse>(
                method, (_, request, context) => handler(request, context), methods.Services),
            ImplementingMethod.GetAttributes(handler));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null)
        {
            methods.AddClientStreamingMethod(method, Implementing(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext))
                .CreateDelegate<ClientStreamingServerMethod<TImplementation, TRequest, TResponse>>());
            return;
        }
        methods.Add(
            method,
            new ClientStreamingHandler<TImplementation, TRequest, TResponse>(
                method, (_, requests, context) => handler(requests, context), methods.Services),
            ImplementingMethod.GetAttributes(handler));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null)
        {
            methods.AddServerStreamingMethod(method, Implementing(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext))
                .CreateDelegate<ServerStreamingServerMethod<TImplementation, TRequest, TResponse>>());
            return;
        }
        methods.Add(
            method,
            new ServerStreamingHandler<TImplementation, TRequest, TResponse>(
                method, (_, request, responses, context) => handler(request, responses, context), methods.Services),
            ImplementingMethod.GetAttributes(handler));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null)
        {
            methods.AddDuplexStreamingMethod(method, Implementing(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext))
                .CreateDelegate<DuplexStreamingServerMethod<TImplementation, TRequest, TResponse>>());
            return;
        }
        methods.Add(
            method,
            new DuplexStreamingHandler<TImplementation, TRequest, TResponse>(
                method, (_, requests, responses, context) => handler(requests, responses, context), methods.Services),
            ImplementingMethod.GetAttributes(handler));
    }

    private static MethodInfo Implementing(IMethod method, params Type[] parameters) =>
        ImplementingMethod.Require(typeof(TImplementation), method.Name, parameters);
}
