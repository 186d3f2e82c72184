using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>
/// Creates messages of type <typeparamref name="T"/> faster than <c>new T()</c>, which uses reflection for a type parameter.
/// </summary>
internal static class MessageFactory<T>
    where T : class, IMessage<T>, new()
{
    private static readonly Message? Prototype = new T() as Message;

    /// <summary>Gets a message that nothing has been assigned to. It is shared, so callers must not change it.</summary>
    public static T Empty => Prototype is { } prototype ? Unsafe.As<T>(prototype) : new T();

    /// <summary>Creates an empty message.</summary>
    // The prototype is null for messages of other generators, and while the constructor of the prototype itself calls this method.
    public static T Create() => Prototype is { } prototype ? Unsafe.As<T>(prototype._New()) : new T();
}
