using System.Reflection;

namespace ProtoGen.Grpc.AspNetCore.Server.Binding;

/// <summary>Calls the static bind method that a <see cref="BindServiceMethodAttribute"/> names.</summary>
internal static class BindMethodInvoker
{
    public static void Invoke(BindServiceMethodAttribute attribute, ServiceBinderBase binder)
    {
        var methods = attribute.BindType.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        var bind = Array.Find(methods, method => method.Name == attribute.BindMethodName && TakesBinderAndService(method))
            ?? throw new InvalidOperationException(
                $"The type {attribute.BindType} has no static method {attribute.BindMethodName}({nameof(ServiceBinderBase)}, service), "
                + $"which its {nameof(BindServiceMethodAttribute)} names.");
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [binder, null], culture: null);
    }

    private static bool TakesBinderAndService(MethodInfo method) =>
        method.GetParameters() is [var first, _] && first.ParameterType == typeof(ServiceBinderBase);
}
