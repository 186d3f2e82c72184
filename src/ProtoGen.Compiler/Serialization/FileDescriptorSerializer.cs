using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes a linked file as the bytes of a google.protobuf.FileDescriptorProto, the same as protoc's.</summary>
public static class FileDescriptorSerializer
{
    [ThreadStatic]
    private static WireWriter? s_writer;

    /// <summary>The bytes of the file's FileDescriptorProto.</summary>
    public static byte[] Serialize(FileDescriptor file, DescriptorForm form)
    {
        var writer = s_writer ??= new WireWriter();
        writer.Clear();
        WriteFile(writer, file, form);
        return writer.ToArray();
    }

    /// <summary>Appends the file's FileDescriptorProto.</summary>
    internal static void WriteFile(WireWriter writer, FileDescriptor file, DescriptorForm form)
    {
        var start = writer.Length;
        var context = new SerializationContext(writer, file, form, knowsExtensions: OptionBindings.Of(file) is { FileType: not null });
        WriteElements(context, file);
        if (!context.HasUnreadableOptions) return;
        writer.Truncate(start);
        WriteElements(new SerializationContext(writer, file, form, knowsExtensions: false), file);
    }

    private static void WriteElements(SerializationContext context, FileDescriptor file)
    {
        var writer = context.Writer;
        WriteHeading(writer, file);
        foreach (var message in file.Messages) MessageSerializer.Write(context, 4, message);
        foreach (var type in file.Enums) EnumSerializer.Write(context, 5, type);
        foreach (var service in file.Services) ServiceSerializer.Write(context, 6, service);
        foreach (var extension in file.Extensions) FieldSerializer.Write(context, 7, extension, oneofIndex: -1);
        context.WriteOptions(8, file);
        context.WriteSourceInfo(9);
        WriteIndexes(writer, 10, file.PublicDependencies);
        WriteIndexes(writer, 11, file.WeakDependencies);
        WriteEdition(writer, context.Lowered is { } lowered ? lowered.IsProto3 ? Edition.Proto3 : Edition.Proto2 : file.Edition);
        if (context.Lowered is not null) return;
        foreach (var name in file.OptionDependencies) writer.WriteString(15, name);
    }

    private static void WriteHeading(WireWriter writer, FileDescriptor file)
    {
        writer.WriteString(1, file.Name);
        if (file.Package.Length > 0) writer.WriteString(2, file.Package);
        foreach (var dependency in file.Dependencies) writer.WriteString(3, dependency.Name);
    }

    private static void WriteIndexes(WireWriter writer, int number, IReadOnlyList<int> indexes)
    {
        foreach (var index in indexes) writer.WriteInt32(number, index);
    }

    private static void WriteEdition(WireWriter writer, Edition edition)
    {
        if (edition == Edition.Proto3)
        {
            writer.WriteString(12, "proto3");
        }
        else if (edition != Edition.Proto2)
        {
            writer.WriteString(12, "editions");
            writer.WriteInt32(14, (int)edition);
        }
    }
}
