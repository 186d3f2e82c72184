using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Reads everything about a message that users can observe.</summary>
internal static class Observed
{
    /// <summary>Returns the message; null if shrinking left no valid one.</summary>
    public static IMessage? Parsed(GeneratedMessage type, byte[] bytes) => Outcome.Of(() => type.Parser.ParseFrom(bytes)).Message;

    /// <summary>Returns the JSON, or the text of the error, because random timestamps may have no JSON form.</summary>
    public static string Json(IMessage message) => OrError(() => new JsonFormatter(JsonFormatter.Settings.Default).Format(message));

    /// <summary>Returns the text, or the text of the error.</summary>
    public static string OrError(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    /// <summary>Returns the value of a field by reflection, and whether it is set.</summary>
    public static string Value(IMessage message, FieldDescriptor field)
    {
        var isSet = field.HasPresence ? OrError(() => field.Accessor.HasValue(message).ToString()) : "";
        var value = field.Accessor.GetValue(message);
        return $"{field.FullName} {isSet} {value switch
        {
            null => "null",
            IMessage nested => Convert.ToHexString(nested.ToByteArray()),
            double number => BitConverter.DoubleToInt64Bits(number).ToString("X"),
            float number => BitConverter.SingleToInt32Bits(number).ToString("X"),
            ByteString bytes => bytes.ToBase64(),
            Enum number => Convert.ToInt32(number).ToString(),
            _ => OrError(() => value.ToString()!),
        }}";
    }

    public static void AssertBytes(byte[] expected, byte[] actual) =>
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(actual));
}
