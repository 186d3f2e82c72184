using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Tool.Python;

/// <summary>Writes the positions of the descriptors of enums, messages and services in the serialized file.</summary>
internal static class SerializedRanges
{
    public static void Write(CodeWriter writer, FileDescriptor file, SerializedElement serialized)
    {
        WriteEach(writer, file.Enums, serialized.Enums);
        for (var i = 0; i < file.Messages.Count; i++)
        {
            WriteMessage(writer, file.Messages[i], serialized.Messages[i]);
        }

        WriteEach(writer, file.Services, serialized.Services);
    }

    private static void WriteMessage(CodeWriter writer, MessageDescriptor message, SerializedElement serialized)
    {
        WriteRange(writer, message, serialized);
        for (var i = 0; i < message.Messages.Count; i++)
        {
            WriteMessage(writer, message.Messages[i], serialized.Messages[i]);
        }

        WriteEach(writer, message.Enums, serialized.Enums);
    }

    private static void WriteEach(CodeWriter writer, IReadOnlyList<Descriptor> elements, IReadOnlyList<SerializedElement> parts)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            WriteRange(writer, elements[i], parts[i]);
        }
    }

    private static void WriteRange(CodeWriter writer, Descriptor element, SerializedElement serialized)
    {
        var name = PythonNames.Variable(element);
        var start = serialized.FindStart();
        writer.WriteLine($"_globals['{name}']._serialized_start={start}");
        writer.WriteLine($"_globals['{name}']._serialized_end={start + serialized.Bytes.Length}");
    }
}
