using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Creates messages of one type faster than <c>new T()</c> does, which is a reflection call for a type parameter.</summary>
internal static class MessageFactory<T>
    where T : class, IMessage<T>, new()
{
    private static readonly Message? Prototype = new T() as Message;

    /// <summary>Gets a message that nothing has been assigned to. It is shared, so callers must not change it.</summary>
    public static T Empty => Prototype is { } prototype ? Unsafe.As<T>(prototype) : new T();

    /// <summary>Creates an empty message.</summary>
    // The prototype is null for messages of other generators, and while a constructor that runs for the prototype comes back here.
    public static T Create() => Prototype is { } prototype ? Unsafe.As<T>(prototype._New()) : new T();
}
