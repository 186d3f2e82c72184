using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ProtoGen.Grpc.AspNetCore.Server.Binding;

/// <summary>Finds the C# method that implements an rpc, for its attributes and, where nothing else binds it, for calling it.</summary>
internal static class ImplementingMethod
{
    public static MethodInfo? Find(
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] Type serviceType, string name, params Type[] parameters) =>
        serviceType.GetMethod(
            name,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            binder: null,
            parameters,
            modifiers: null);

    public static MethodInfo Require(
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] Type serviceType, string name, params Type[] parameters) =>
        Find(serviceType, name, parameters) ?? throw new InvalidOperationException(
            $"The service {serviceType} binds the method '{name}', but has no method of this name and "
            + $"({string.Join(", ", parameters.Select(parameter => parameter.Name))}).");

    public static IReadOnlyList<object> GetAttributes(
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] Type serviceType, string name, params Type[] parameters)
    {
        var attributes = new List<object>(serviceType.GetCustomAttributes(inherit: true));
        if (Find(serviceType, name, parameters) is { } method)
            attributes.AddRange(method.GetCustomAttributes(inherit: true));
        return attributes;
    }

    public static IReadOnlyList<object> GetAttributes(Delegate handler) =>
    [
        .. handler.Method.DeclaringType?.GetCustomAttributes(inherit: true) ?? [],
        .. handler.Method.GetCustomAttributes(inherit: true),
    ];
}
