using ProtoGen.Grpc.AspNetCore.Server.Calls;

namespace ProtoGen.Grpc.AspNetCore.Server.Binding;

/// <summary>One method of a service, ready to be mapped.</summary>
/// <param name="ServiceType">The class that implements the service.</param>
/// <param name="Method">Name and kind.</param>
/// <param name="Handler">Answers calls.</param>
/// <param name="Attributes">The attributes of the class and of the method that implements this one, the more special last.</param>
internal sealed record ServiceMethod(
    [property: System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(ServiceMembers.Accessibility)]
    [param: System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(ServiceMembers.Accessibility)]
    Type ServiceType,
    IMethod Method,
    MethodHandler Handler,
    IReadOnlyList<object> Attributes);
