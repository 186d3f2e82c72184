using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Emit;

/// <summary>
/// Writes the reflection class, which contains the file's descriptor. None of its code runs before a descriptor is first used.
/// </summary>
internal static class ReflectionEmitter
{
    private const int BytesPerLine = 90;

    public static void Write(CodeWriter writer, FileModel file)
    {
        var name = DocComment.Escape(file.ProtoName);
        writer.WriteLine($"/// <summary>Holder for reflection information generated from {name}</summary>");
        TypeAttributes.WriteGeneratedNonUserCode(writer);
        writer.OpenBlock($"{MessagesEmitter.Access(file.Options)} static partial class {file.ReflectionClass}");
        writer.WriteLine($"/// <summary>File descriptor for {name}</summary>");
        writer.WriteLine("public static pbr::FileDescriptor Descriptor => descriptor;");
        var build = Any(file.Messages, static message => message.HasBaseClass)
            ? "pgr::MessageInfo.BuildFile" : "pbr::FileDescriptor.FromGeneratedCode";
        writer.WriteLine($"private static readonly pbr::FileDescriptor descriptor = {build}(");
        writer.Indent();
        WriteBytes(writer, file.DescriptorBytes.ToArray());
        writer.Write("new pbr::FileDescriptor[] { ");
        foreach (var dependency in file.DependencyReflectionClasses) writer.Write($"{dependency}.Descriptor, ");
        writer.WriteLine("},");
        writer.Write("new pbr::GeneratedClrTypeInfo(");
        WriteEnums(writer, file.Enums);
        writer.Write(", ");
        WriteExtensions(writer, file.Extensions, file.ExtensionClassFullName);
        writer.Write(", ");
        WriteMessages(writer, file.Messages);
        writer.WriteLine("));");
        writer.Outdent();
        if (Any(file.Messages, static message => !message.HasBaseClass)) WriteNamesMethod(writer);
        writer.CloseBlock();
        writer.WriteLine();
    }

    /// <summary>
    /// Writes the bytes as one verbatim literal, which is a single token for the C# compiler. FromBase64String ignores the line ends.
    /// </summary>
    private static void WriteBytes(CodeWriter writer, byte[] bytes)
    {
        writer.Write("global::System.Convert.FromBase64String(@\"");
        for (var start = 0; start < bytes.Length; start += BytesPerLine)
        {
            writer.WriteLine();
            writer.Write(Base64Text.Encode(bytes, start, Math.Min(BytesPerLine, bytes.Length - start)));
        }

        writer.WriteLine("\"),");
    }

    /// <summary>Writes the method that splits a string of names.</summary>
    /// <remarks>For the C# compiler a string is cheaper than an array of literals, by more than splitting costs at run time.</remarks>
    private static void WriteNamesMethod(CodeWriter writer) =>
        writer.WriteLine("private static string[] Names(string names) => names.Split(',');");

    private static void WriteMessages(CodeWriter writer, EquatableArray<MessageModel> messages)
    {
        if (messages.Count == 0)
        {
            writer.Write("null");
            return;
        }

        writer.WriteLine("new pbr::GeneratedClrTypeInfo[] {");
        writer.Indent();
        foreach (var message in messages)
        {
            WriteMessage(writer, message);
            writer.WriteLine(",");
        }

        writer.Outdent();
        writer.Write("}");
    }

    private static void WriteMessage(CodeWriter writer, MessageModel message)
    {
        if (message.IsMapEntry)
        {
            writer.Write(message.HasNullableAnnotations ? "null!" : "null");
            return;
        }

        if (message.HasBaseClass)
        {
            WriteDerivedMessage(writer, message);
            return;
        }

        writer.Write($"new pbr::GeneratedClrTypeInfo(typeof({message.FullName}), {message.FullName}.Parser, ");
        WriteNames(writer, message.Fields, static field => field.PropertyName);
        writer.Write(", ");
        WriteNames(writer, message.ReflectedOneofs, static name => name);
        writer.Write(", ");
        WriteEnums(writer, message.Enums);
        writer.Write(", ");
        WriteExtensions(writer, message.Extensions, message.FullName + ".Extensions");
        writer.Write(", ");
        WriteMessages(writer, message.Messages);
        writer.Write(")");
    }

    /// <summary>Writes the call that describes a message with the base class, without the arguments that would be null.</summary>
    private static void WriteDerivedMessage(CodeWriter writer, MessageModel message)
    {
        writer.Write($"pgr::MessageInfo.Of<{message.FullName}>(");
        var separator = "";
        if (message.Fields.Count > 0)
        {
            WriteArgument("");
            WriteNameList(writer, message.Fields, static field => field.PropertyName);
        }

        if (message.ReflectedOneofs.Count > 0)
        {
            WriteArgument("oneofs: ");
            WriteNameList(writer, message.ReflectedOneofs, static name => name);
        }

        if (message.Enums.Count > 0)
        {
            WriteArgument("enums: ");
            WriteEnums(writer, message.Enums);
        }

        if (message.Extensions.Count > 0)
        {
            WriteArgument("extensions: ");
            WriteExtensions(writer, message.Extensions, message.FullName + ".Extensions");
        }

        if (message.Messages.Count > 0)
        {
            WriteArgument("messages: ");
            WriteMessages(writer, message.Messages);
        }

        writer.Write(")");

        void WriteArgument(string name)
        {
            writer.Write(separator);
            writer.Write(name);
            separator = ", ";
        }
    }

    private static bool Any(EquatableArray<MessageModel> messages, Func<MessageModel, bool> condition)
    {
        foreach (var message in messages)
        {
            if (!message.IsMapEntry && (condition(message) || Any(message.Messages, condition)))
                return true;
        }

        return false;
    }

    private static void WriteNames<T>(CodeWriter writer, EquatableArray<T> items, Func<T, string> name)
    {
        if (items.Count == 0)
        {
            writer.Write("null");
            return;
        }

        writer.Write("Names(");
        WriteNameList(writer, items, name);
        writer.Write(")");
    }

    /// <summary>Writes names as one literal, separated by commas.</summary>
    private static void WriteNameList<T>(CodeWriter writer, EquatableArray<T> items, Func<T, string> name)
    {
        writer.Write("\"");
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) writer.Write(',');
            writer.Write(name(items[i]));
        }

        writer.Write("\"");
    }

    private static void WriteEnums(CodeWriter writer, EquatableArray<EnumModel> types)
    {
        if (types.Count == 0)
        {
            writer.Write("null");
            return;
        }

        writer.Write("new global::System.Type[] { ");
        foreach (var type in types) writer.Write($"typeof({type.FullName}), ");
        writer.Write("}");
    }

    private static void WriteExtensions(CodeWriter writer, EquatableArray<FieldModel> extensions, string holder)
    {
        if (extensions.Count == 0)
        {
            writer.Write("null");
            return;
        }

        writer.Write("new pb::Extension[] { ");
        foreach (var extension in extensions) writer.Write($"{holder}.{extension.PropertyName}, ");
        writer.Write("}");
    }
}
