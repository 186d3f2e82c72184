using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Describes the runtime's own classes that implement <see cref="IMessage"/>.</summary>
/// <remarks>
/// Programs that register the messages of all loaded assemblies find these classes, too. They read the static property
/// <c>Descriptor</c> by reflection and create an instance.
/// </remarks>
internal static class HelperDescriptor
{
    /// <summary>Returns the descriptor of a message without fields.</summary>
    /// <param name="name">Its name, in ASCII.</param>
    public static MessageDescriptor Create(string name)
    {
        var message = "\n" + (char)name.Length + name;
        var file = message + "\"" + (char)message.Length + message + "\u0012\u0010protogen.runtime";
        return FileDescriptor.BuildFromByteStrings([ByteString.CopyFromUtf8(file)])[0].MessageTypes[0];
    }
}
