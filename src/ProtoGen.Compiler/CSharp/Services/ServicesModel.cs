using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>The C# model of a file's services. It is compared by value and contains no descriptors.</summary>
public sealed record ServicesModel
{
    /// <summary>Gets the import name of the .proto file.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the C# namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the comments above the file's first statement.</summary>
    public required EquatableArray<string> HeaderComments { get; init; }

    /// <summary>Gets the reflection class of the file with <c>global::</c>.</summary>
    public required string ReflectionClass { get; init; }

    /// <summary>Gets the services in source order.</summary>
    public required EquatableArray<ServiceModel> Services { get; init; }

    /// <summary>Gets the options with which the C# is written.</summary>
    public required ServicesOptions Options { get; init; }
}

/// <summary>A service.</summary>
public sealed record ServiceModel
{
    /// <summary>Gets the escaped name of the class that contains the base class and the client.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the server's base class.</summary>
    public required string BaseName { get; init; }

    /// <summary>Gets the name of the client's class.</summary>
    public required string ClientName { get; init; }

    /// <summary>Gets the name of the interface that the client implements if interfaces are requested.</summary>
    public required string ClientInterfaceName { get; init; }

    /// <summary>Gets the name in the .proto.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the full name in the .proto file, which is the first part of each call's path.</summary>
    public required string FullName { get; init; }

    /// <summary>Gets the index among the file's services.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the message types of its methods, in the order of first use.</summary>
    public required EquatableArray<MarshallerModel> Marshallers { get; init; }

    /// <summary>Gets the methods in source order.</summary>
    public required EquatableArray<ServiceMethodModel> Methods { get; init; }

    /// <summary>Gets whether the user has a part of one of the classes.</summary>
    public required bool HasUserPart { get; init; }

    /// <summary>Gets whether the classes get <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }
}

/// <summary>The marshaller of one message type.</summary>
/// <param name="FieldName">The static field that contains the marshaller.</param>
/// <param name="TypeName">The message's C# type with <c>global::</c>.</param>
public sealed record MarshallerModel(string FieldName, string TypeName);
