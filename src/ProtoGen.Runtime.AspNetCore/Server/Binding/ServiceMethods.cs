using System.Diagnostics.CodeAnalysis;
using ProtoGen.Grpc.AspNetCore.Server.Calls;

namespace ProtoGen.Grpc.AspNetCore.Server.Binding;

/// <summary>Collects the methods of one service from whatever binds it: its attribute, its bind method or a definition.</summary>
internal sealed class ServiceMethods<[DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TImplementation>(
    IServiceProvider applicationServices) : ServiceMethodBinder
    where TImplementation : class
{
    private readonly List<ServiceMethod> _methods = [];
    private HandlerServices? _services;

    public HandlerServices Services => _services ??= HandlerServices.For<TImplementation>(applicationServices);

    /// <summary>The methods that the class says to implement.</summary>
    /// <exception cref="InvalidOperationException">The class implements no service.</exception>
    public IReadOnlyList<ServiceMethod> Discover()
    {
        if (Attribute.GetCustomAttribute(typeof(TImplementation), typeof(ServiceBindingAttribute)) is ServiceBindingAttribute binding)
            binding.Bind(this);
        else if (Attribute.GetCustomAttribute(typeof(TImplementation), typeof(BindServiceMethodAttribute)) is BindServiceMethodAttribute named)
            BindMethodInvoker.Invoke(named, new DelegateBinder<TImplementation>(this));
        else
        {
            throw new InvalidOperationException(
                $"The class {typeof(TImplementation)} implements no gRPC service: derive it from the base class that is generated "
                + "for the service, such as 'Greeter.GreeterBase'.");
        }
        return _methods;
    }

    /// <summary>The methods of a definition.</summary>
    public IReadOnlyList<ServiceMethod> Take(ServerServiceDefinition definition)
    {
        definition.BindService(new DelegateBinder<TImplementation>(this));
        return _methods;
    }

    public override void AddUnaryMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TService, TRequest, TResponse> handler) => Add(
        method,
        new UnaryHandler<TService, TRequest, TResponse>(method, handler, Services),
        typeof(TRequest),
        typeof(ServerCallContext));

    public override void AddClientStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TService, TRequest, TResponse> handler) => Add(
        method,
        new ClientStreamingHandler<TService, TRequest, TResponse>(method, handler, Services),
        typeof(IAsyncStreamReader<TRequest>),
        typeof(ServerCallContext));

    public override void AddServerStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TService, TRequest, TResponse> handler) => Add(
        method,
        new ServerStreamingHandler<TService, TRequest, TResponse>(method, handler, Services),
        typeof(TRequest),
        typeof(IServerStreamWriter<TResponse>),
        typeof(ServerCallContext));

    public override void AddDuplexStreamingMethod<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TService, TRequest, TResponse> handler) => Add(
        method,
        new DuplexStreamingHandler<TService, TRequest, TResponse>(method, handler, Services),
        typeof(IAsyncStreamReader<TRequest>),
        typeof(IServerStreamWriter<TResponse>),
        typeof(ServerCallContext));

    public void Add(IMethod method, MethodHandler handler, IReadOnlyList<object> attributes) =>
        _methods.Add(new ServiceMethod(typeof(TImplementation), method, handler, attributes));

    private void Add(IMethod method, MethodHandler handler, params Type[] parameters) =>
        Add(method, handler, ImplementingMethod.GetAttributes(typeof(TImplementation), method.Name, parameters));
}
