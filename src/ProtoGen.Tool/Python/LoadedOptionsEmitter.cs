using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Tool.Python;

/// <summary>Writes the statements that make Python read all options again after the extensions that they use are registered.</summary>
internal sealed class LoadedOptionsEmitter(CodeWriter writer)
{
    public void Write(FileDescriptor file, SerializedElement serialized)
    {
        if (!WriteOptions("_globals['DESCRIPTOR']", serialized))
        {
            writer.WriteLine("DESCRIPTOR._loaded_options = None");
        }

        WriteEach(file.Enums, serialized.Enums, WriteEnum);
        WriteEach(
            file.Extensions, serialized.Extensions, (field, part) => WriteOptions($"_globals['{PythonNames.Resolve(field.Name)}']", part));
        WriteEach(file.Messages, serialized.Messages, WriteMessage);
        WriteEach(file.Services, serialized.Services, WriteService);
    }

    private static void WriteEach<T>(IReadOnlyList<T> elements, IReadOnlyList<SerializedElement> parts, Action<T, SerializedElement> write)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            write(elements[i], parts[i]);
        }
    }

    private static string Global(Descriptor element) => $"_globals['{PythonNames.Variable(element)}']";

    private void WriteMessage(MessageDescriptor message, SerializedElement serialized)
    {
        var name = Global(message);
        WriteEach(message.Messages, serialized.Messages, WriteMessage);
        WriteEach(message.Oneofs, serialized.Oneofs, (oneof, part) => WriteOptions($"{name}.oneofs_by_name['{oneof.Name}']", part));
        WriteEach(message.Enums, serialized.Enums, WriteEnum);
        WriteEach(message.Fields, serialized.Fields, (field, part) => WriteOptions($"{name}.fields_by_name['{field.Name}']", part));
        WriteEach(
            message.Extensions, serialized.Extensions, (field, part) => WriteOptions($"{name}.extensions_by_name['{field.Name}']", part));
        WriteOptions(name, serialized);
    }

    private void WriteEnum(EnumDescriptor type, SerializedElement serialized)
    {
        var name = Global(type);
        WriteOptions(name, serialized);
        WriteEach(type.Values, serialized.Values, (value, part) => WriteOptions($"{name}.values_by_name[\"{value.Name}\"]", part));
    }

    private void WriteService(ServiceDescriptor service, SerializedElement serialized)
    {
        var name = Global(service);
        WriteOptions(name, serialized);
        WriteEach(service.Methods, serialized.Methods, (method, part) => WriteOptions($"{name}.methods_by_name['{method.Name}']", part));
    }

    private bool WriteOptions(string name, SerializedElement serialized)
    {
        if (serialized.Options.IsEmpty)
        {
            return false;
        }

        writer.WriteLine($"{name}._loaded_options = None");
        writer.WriteLine($"{name}._serialized_options = b'{BytesLiteral.Escape(serialized.Options.ToArray())}'");
        return true;
    }
}
