using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Writes messages in protobuf's text format and reads them from it, without reflection.</summary>
/// <remarks>Messages of any generator are supported. With C# 14 the reading methods are also static members of each message type.</remarks>
public static class ProtoText
{
    /// <summary>Writes a message in text format.</summary>
    public static string ToText(this IMessage message, TextWriteOptions? options = null)
    {
        var output = TextEngine.Write(message, options ?? TextWriteOptions.Default);
        var text = Encoding.UTF8.GetString(output.Written);
        output.Dispose();
        return text;
    }

    /// <summary>Reads a message whose type is known only at run time.</summary>
    /// <exception cref="TextFormatException">The text is not a message of this type.</exception>
    public static IMessage Parse(string text, MessageDescriptor descriptor, TextReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TextEngine.Read(Encoding.UTF8.GetBytes(text), WireBytes.MakeMessage(descriptor), options ?? TextReadOptions.Default);
    }

    extension<T>(T)
        where T : class, IMessage<T>, new()
    {
        /// <summary>Reads a message from text format.</summary>
        /// <exception cref="TextFormatException">The text is not a message of this type.</exception>
        public static T ParseText(string text, TextReadOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(text);
            return (T)TextEngine.Read(Encoding.UTF8.GetBytes(text), MessageFactory<T>.Create(), options ?? TextReadOptions.Default);
        }

        /// <summary>Reads a message from text format in UTF-8.</summary>
        /// <exception cref="TextFormatException">The text is not a message of this type.</exception>
        public static T ParseText(ReadOnlySpan<byte> utf8Text, TextReadOptions? options = null) =>
            (T)TextEngine.Read(utf8Text, MessageFactory<T>.Create(), options ?? TextReadOptions.Default);
    }
}
