using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Tool.Python;

/// <summary>Writes all descriptors of descriptor.proto as Python objects.</summary>
/// <remarks>
/// Python's runtime reads descriptors with the classes of this file, so it cannot read the descriptor of this file itself.
/// </remarks>
internal sealed class DescriptorProtoEmitter(CodeWriter writer, FileDescriptor file)
{
    public static void WriteFile(CodeWriter writer, FileDescriptor file, SerializedElement serialized, string bytes)
    {
        writer.WriteLine("DESCRIPTOR = _descriptor.FileDescriptor(");
        writer.WriteLine($"  name='{file.Name}',");
        writer.WriteLine($"  package='{file.Package}',");
        writer.WriteLine($"  syntax='{SyntaxName(file.Edition)}',");
        writer.WriteLine($"  edition='EDITION_{EditionNames.ShortOf(file.Edition)}',");
        writer.WriteLine($"  serialized_options={Options(serialized)},");
        writer.WriteLine("  create_key=_descriptor._internal_create_key,");
        writer.Indent();
        writer.Write($"serialized_pb=b'{bytes}'");
        writer.WriteLine();
        WriteImports(writer, "dependencies", file.Dependencies);
        WriteImports(writer, "public_dependencies", file.PublicDependencies.Select(index => file.Dependencies[index]).ToList());
        writer.Outdent();
        writer.WriteLine(")");
    }

    public void WriteElements(SerializedElement serialized)
    {
        WriteEnums(file.Enums, serialized.Enums);
        WriteNestedEnums(file.Messages, serialized.Messages);
        for (var i = 0; i < file.Messages.Count; i++)
        {
            WriteMessage(file.Messages[i], serialized.Messages[i]);
            writer.WriteLine();
        }

        new DescriptorLinksEmitter(writer).Write(file);
        new ResolvedFeaturesEmitter(writer, file).Write();
    }

    private static string SyntaxName(Edition edition) => edition switch
    {
        Edition.Proto2 => "proto2",
        Edition.Proto3 => "proto3",
        _ => "editions",
    };

    private static string Options(SerializedElement element) =>
        element.Options.IsEmpty ? "None" : $"b'{BytesLiteral.Escape(element.Options.ToArray())}'";

    private static void WriteImports(CodeWriter writer, string name, IReadOnlyList<FileDescriptor> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        writer.WriteLine(",");
        writer.Write($"{name}=[{string.Concat(files.Select(import => PythonNames.Alias(import) + ".DESCRIPTOR,"))}]");
    }

    private void WriteNestedEnums(IReadOnlyList<MessageDescriptor> messages, IReadOnlyList<SerializedElement> serialized)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            WriteNestedEnums(messages[i].Messages, serialized[i].Messages);
            WriteEnums(messages[i].Enums, serialized[i].Enums);
        }
    }

    private void WriteEnums(IReadOnlyList<EnumDescriptor> types, IReadOnlyList<SerializedElement> serialized)
    {
        for (var i = 0; i < types.Count; i++)
        {
            WriteEnum(types[i], serialized[i]);
        }
    }

    private void WriteEnum(EnumDescriptor type, SerializedElement serialized)
    {
        var variable = PythonNames.Variable(type);
        writer.WriteLine($"{variable} = _descriptor.EnumDescriptor(");
        writer.Indent();
        WriteIdentity(type);
        writer.WriteLine("create_key=_descriptor._internal_create_key,");
        writer.WriteLine("values=[");
        writer.Indent();
        for (var i = 0; i < type.Values.Count; i++)
        {
            var value = type.Values[i];
            writer.WriteLine("_descriptor.EnumValueDescriptor(");
            writer.WriteLine($"  name='{value.Name}', index={i}, number={value.Number},");
            writer.WriteLine($"  serialized_options={Options(serialized.Values[i])},");
            writer.WriteLine("  type=None,");
            writer.WriteLine("  create_key=_descriptor._internal_create_key),");
        }

        writer.Outdent();
        writer.WriteLine("],");
        writer.WriteLine("containing_type=None,");
        writer.WriteLine($"serialized_options={Options(serialized)},");
        writer.Outdent();
        writer.WriteLine(")");
        writer.WriteLine($"_sym_db.RegisterEnumDescriptor({variable})");
        writer.WriteLine();
    }

    private void WriteIdentity(Descriptor element)
    {
        writer.WriteLine($"name='{element.Name}',");
        writer.WriteLine($"full_name='{element.FullName}',");
        writer.WriteLine("filename=None,");
        writer.WriteLine("file=DESCRIPTOR,");
    }

    private void WriteMessage(MessageDescriptor message, SerializedElement serialized)
    {
        for (var i = 0; i < message.Messages.Count; i++)
        {
            WriteMessage(message.Messages[i], serialized.Messages[i]);
        }

        writer.WriteLine();
        writer.WriteLine($"{PythonNames.Variable(message)} = _descriptor.Descriptor(");
        writer.Indent();
        WriteIdentity(message);
        writer.WriteLine("containing_type=None,");
        writer.WriteLine("create_key=_descriptor._internal_create_key,");
        WriteFields("fields", message.Fields, serialized.Fields);
        WriteFields("extensions", message.Extensions, serialized.Extensions);
        writer.WriteLine($"nested_types=[{string.Concat(message.Messages.Select(nested => PythonNames.Variable(nested) + ", "))}],");
        writer.WriteLine("enum_types=[");
        foreach (var type in message.Enums)
        {
            writer.WriteLine($"  {PythonNames.Variable(type)},");
        }

        writer.WriteLine("],");
        writer.WriteLine($"serialized_options={Options(serialized)},");
        writer.WriteLine($"is_extendable={(message.ExtensionRanges.Count > 0 ? "True" : "False")},");
        writer.WriteLine(
            $"extension_ranges=[{string.Concat(message.ExtensionRanges.Select(range => $"({range.Start}, {range.End}), "))}],");
        WriteOneofs(message, serialized);
        writer.Outdent();
        writer.WriteLine(")");
    }

    private void WriteOneofs(MessageDescriptor message, SerializedElement serialized)
    {
        writer.WriteLine("oneofs=[");
        writer.Indent();
        for (var i = 0; i < message.Oneofs.Count; i++)
        {
            var oneof = message.Oneofs[i];
            var part = serialized.Oneofs[i];
            writer.WriteLine("_descriptor.OneofDescriptor(");
            writer.WriteLine($"  name='{oneof.Name}', full_name='{oneof.FullName}',");
            writer.WriteLine($"  index={i}, containing_type=None,");
            writer.WriteLine("  create_key=_descriptor._internal_create_key,");
            writer.WriteLine($"fields=[]{(part.Options.IsEmpty ? "" : $", serialized_options={Options(part)}")}),");
        }

        writer.Outdent();
        writer.WriteLine("],");
    }

    private void WriteFields(string list, IReadOnlyList<FieldDescriptor> fields, IReadOnlyList<SerializedElement> serialized)
    {
        writer.WriteLine($"{list}=[");
        writer.Indent();
        for (var i = 0; i < fields.Count; i++)
        {
            WriteField(fields[i], i, serialized[i]);
        }

        writer.Outdent();
        writer.WriteLine("],");
    }

    private void WriteField(FieldDescriptor field, int index, SerializedElement serialized)
    {
        var label = field.IsRequired ? FieldLabel.Required : field.IsRepeated ? FieldLabel.Repeated : FieldLabel.Optional;
        var hasDefault = field.DefaultValueText is null ? "False" : "True";
        var jsonName = field.HasJsonName ? $", json_name='{field.JsonName}'" : "";
        writer.WriteLine("_descriptor.FieldDescriptor(");
        writer.WriteLine($"  name='{field.Name}', full_name='{field.FullName}', index={index},");
        writer.WriteLine($"  number={field.Number}, type={(int)field.Type}, cpp_type={CppType(field.Type)}, label={(int)label},");
        writer.WriteLine($"  has_default_value={hasDefault}, default_value={PythonDefault.Of(field)},");
        writer.WriteLine("  message_type=None, enum_type=None, containing_type=None,");
        writer.WriteLine($"  is_extension={(field.IsExtension ? "True" : "False")}, extension_scope=None,");
        writer.WriteLine(
            $"  serialized_options={Options(serialized)}{jsonName}, file=DESCRIPTOR,  create_key=_descriptor._internal_create_key),");
    }

    /// <summary>Returns the number of C++'s <c>FieldDescriptor::CppType</c>, which Python uses too.</summary>
    private static int CppType(FieldType type) => type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => 1,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => 2,
        FieldType.UInt32 or FieldType.Fixed32 => 3,
        FieldType.UInt64 or FieldType.Fixed64 => 4,
        FieldType.Double => 5,
        FieldType.Float => 6,
        FieldType.Bool => 7,
        FieldType.Enum => 8,
        FieldType.String or FieldType.Bytes => 9,
        _ => 10,
    };
}
