using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

/// <summary>
/// Creates messages of type <typeparamref name="T"/> faster than <c>new T()</c>, which uses reflection for a type parameter.
/// </summary>
internal static class MessageFactory<T>
    where T : class, IMessage<T>, new()
{
    private static Message? s_prototype;
    private static bool s_isUsed;

    /// <summary>Gets a message that nothing has been assigned to. It is shared, so callers must not change it.</summary>
    public static T Empty => Unsafe.As<T?>(s_prototype) ?? CreateEmpty();

    /// <summary>Creates an empty message.</summary>
    public static T Create() => s_prototype is { } prototype ? Unsafe.As<T>(prototype._New()) : CreateOther();

    // If only constructors created messages of the type, Clear is the first that needs a prototype.
    private static T CreateEmpty()
    {
        var message = new T();
        s_prototype = message as Message;
        return message;
    }

    // Google.Protobuf's messages have no prototype. The most frequent ones are created without reflection.
    private static T CreateOther()
    {
        if (typeof(T) == typeof(Timestamp))
            return Unsafe.As<T>(new Timestamp());
        if (typeof(T) == typeof(Duration))
            return Unsafe.As<T>(new Duration());
        return typeof(T) == typeof(Value) ? Unsafe.As<T>(new Value()) : CreateByReflection();
    }

    // The first message gets no prototype: many programs create only one of a type, and reflection takes less time for one than the
    // just-in-time compiler for _New. Messages of other generators never get one.
    private static T CreateByReflection()
    {
        var message = new T();
        if (!s_isUsed || message is not Message prototype)
        {
            s_isUsed = true;
            return message;
        }
        s_prototype = prototype;
        return Unsafe.As<T>(prototype._New());
    }
}
