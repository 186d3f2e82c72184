using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes a linked file as a google.protobuf.FileDescriptorProto, byte for byte as protoc does.</summary>
public static class FileDescriptorSerializer
{
    [ThreadStatic]
    private static WireWriter? s_writer;

    /// <summary>Returns the bytes of the file's FileDescriptorProto.</summary>
    public static byte[] Serialize(FileDescriptor file, DescriptorForm form)
    {
        var writer = s_writer ??= new WireWriter();
        writer.Clear();
        WriteFile(writer, file, form);
        return writer.ToArray();
    }

    /// <summary>Writes the file's FileDescriptorProto to a writer.</summary>
    internal static void WriteFile(WireWriter writer, FileDescriptor file, DescriptorForm form)
    {
        var start = writer.Length;
        var bindings = OptionBindings.Of(file);
        var context = new SerializationContext(writer, file, form, knowsExtensions: bindings is { FileType: not null });
        WriteElements(context, file);
        if (!context.HasUnreadableOptions && !IsUnreadable(writer, start, bindings)) return;
        writer.Truncate(start);
        WriteElements(new SerializationContext(writer, file, form, knowsExtensions: false), file);
    }

    // A copy of descriptor.proto may give any field another type, so that protoc cannot read the file as its FileDescriptorProto.
    private static bool IsUnreadable(WireWriter writer, int start, OptionBindings? bindings)
    {
        if (bindings?.FileType is not { } type || type.File.Name == FileDescriptor.DescriptorProtoName) return false;
        var bytes = writer.ToArray();
        return MessageNormalizer.Normalize([.. bytes.Skip(start)], type, bindings) is null;
    }

    private static void WriteElements(SerializationContext context, FileDescriptor file)
    {
        var writer = context.Writer;
        WriteHeading(writer, file);
        foreach (var message in file.Messages) MessageSerializer.Write(context, DescriptorFields.File.MessageType, message);
        foreach (var type in file.Enums) EnumSerializer.Write(context, DescriptorFields.File.EnumType, type);
        foreach (var service in file.Services) ServiceSerializer.Write(context, DescriptorFields.File.Service, service);
        foreach (var extension in file.Extensions)
            FieldSerializer.Write(context, DescriptorFields.File.Extension, extension, oneofIndex: -1);
        context.WriteOptions(DescriptorFields.File.Options, file);
        context.WriteSourceInfo(DescriptorFields.File.SourceCodeInfo);
        WriteIndexes(writer, DescriptorFields.File.PublicDependency, file.PublicDependencies);
        WriteIndexes(writer, DescriptorFields.File.WeakDependency, file.WeakDependencies);
        WriteEdition(writer, context.Lowered is { } lowered ? lowered.IsProto3 ? Edition.Proto3 : Edition.Proto2 : file.Edition);
        if (context.Lowered is not null) return;
        foreach (var name in file.OptionDependencies) writer.WriteString(DescriptorFields.File.OptionDependency, name);
    }

    private static void WriteHeading(WireWriter writer, FileDescriptor file)
    {
        writer.WriteString(DescriptorFields.File.Name, file.Name);
        if (file.Package.Length > 0) writer.WriteString(DescriptorFields.File.Package, file.Package);
        foreach (var dependency in file.Dependencies) writer.WriteString(DescriptorFields.File.Dependency, dependency.Name);
    }

    private static void WriteIndexes(WireWriter writer, int number, IReadOnlyList<int> indexes)
    {
        foreach (var index in indexes) writer.WriteInt32(number, index);
    }

    private static void WriteEdition(WireWriter writer, Edition edition)
    {
        if (edition == Edition.Proto3)
        {
            writer.WriteString(DescriptorFields.File.Syntax, "proto3");
        }
        else if (edition != Edition.Proto2)
        {
            writer.WriteString(DescriptorFields.File.Syntax, "editions");
            writer.WriteInt32(DescriptorFields.File.Edition, (int)edition);
        }
    }
}
