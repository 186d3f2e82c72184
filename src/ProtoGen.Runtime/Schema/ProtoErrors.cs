using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime.Schema;

/// <summary>Creates Google.Protobuf's exceptions.</summary>
/// <remarks>
/// Callers catch these types, but their constructors are internal. If a version lacks them, <see cref="InvalidDataException"/> is used.
/// </remarks>
internal static class ProtoErrors
{
    public static Exception InvalidJson(string message)
    {
        try
        {
            return NewInvalidJson(message);
        }
        catch (MissingMethodException)
        {
            return new InvalidDataException(message);
        }
    }

    public static Exception InvalidMessage(string message)
    {
        try
        {
            return NewInvalidMessage(message);
        }
        catch (MissingMethodException)
        {
            return new InvalidDataException(message);
        }
    }

    [DoesNotReturn]
    public static void ThrowMalformedWire() =>
        throw InvalidMessage("While parsing a protocol message, the input ended unexpectedly or is malformed.");

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern InvalidJsonException NewInvalidJson(string message);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern InvalidProtocolBufferException NewInvalidMessage(string message);
}
