namespace ProtoGen.Grpc;

/// <summary>What is known of a method without its message types.</summary>
public interface IMethod
{
    /// <summary>Which sides stream.</summary>
    MethodType Type { get; }

    /// <summary>The full name of the service, such as <c>package.Service</c>.</summary>
    string ServiceName { get; }

    /// <summary>The name of the method, without the service.</summary>
    string Name { get; }

    /// <summary>The path of a call on the wire: <c>/package.Service/Method</c>.</summary>
    string FullName { get; }
}
