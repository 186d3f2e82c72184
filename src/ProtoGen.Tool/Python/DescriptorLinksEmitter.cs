using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Tool.Python;

/// <summary>Writes the statements that link the Python descriptors of descriptor.proto to each other after all of them exist.</summary>
internal sealed class DescriptorLinksEmitter(CodeWriter writer)
{
    public void Write(FileDescriptor file)
    {
        foreach (var message in file.Messages)
        {
            WriteLinks(message);
        }

        WriteRegistrations("message_types_by_name", file.Messages);
        WriteRegistrations("enum_types_by_name", file.Enums);
        foreach (var extension in file.Extensions)
        {
            writer.WriteLine($"DESCRIPTOR.extensions_by_name['{extension.Name}'] = {PythonNames.Resolve(extension.Name)}");
        }

        writer.WriteLine("_sym_db.RegisterFileDescriptor(DESCRIPTOR)");
        writer.WriteLine();
    }

    /// <summary>Returns the variable of a type, qualified by its module if another file declares it.</summary>
    private static string Reference(Descriptor type, FileDescriptor file) =>
        type.File == file ? PythonNames.Variable(type) : PythonNames.Alias(type.File) + "." + PythonNames.Variable(type);

    private void WriteRegistrations(string table, IReadOnlyList<Descriptor> elements)
    {
        foreach (var element in elements)
        {
            writer.WriteLine($"DESCRIPTOR.{table}['{element.Name}'] = {PythonNames.Variable(element)}");
        }
    }

    private void WriteLinks(MessageDescriptor message)
    {
        foreach (var nested in message.Messages)
        {
            WriteLinks(nested);
        }

        var variable = PythonNames.Variable(message);
        foreach (var field in message.Fields)
        {
            WriteTypes(field, $"{variable}.fields_by_name['{field.Name}']");
        }

        if (message.ContainingType is { } outer)
        {
            writer.WriteLine($"{variable}.containing_type = {PythonNames.Variable(outer)}");
        }

        foreach (var type in message.Enums)
        {
            writer.WriteLine($"{PythonNames.Variable(type)}.containing_type = {variable}");
        }

        foreach (var oneof in message.Oneofs)
        {
            WriteOneof(oneof, variable);
        }
    }

    private void WriteTypes(FieldDescriptor field, string reference)
    {
        if (field.MessageType is { } message)
        {
            writer.WriteLine($"{reference}.message_type = {Reference(message, field.File)}");
        }

        if (field.EnumType is { } type)
        {
            writer.WriteLine($"{reference}.enum_type = {Reference(type, field.File)}");
        }
    }

    private void WriteOneof(OneofDescriptor oneof, string variable)
    {
        var reference = $"{variable}.oneofs_by_name['{oneof.Name}']";
        foreach (var field in oneof.Fields)
        {
            var fieldReference = $"{variable}.fields_by_name['{field.Name}']";
            writer.WriteLine($"{reference}.fields.append(");
            writer.WriteLine($"  {fieldReference})");
            writer.WriteLine($"{fieldReference}.containing_oneof = {reference}");
        }
    }
}
