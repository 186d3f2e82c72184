using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes <c>X.Messages.g.cs</c>: the messages, enums, extensions and the reflection class of a file.</summary>
public static class MessagesEmitter
{
    /// <summary>Returns the C# of a file.</summary>
    public static string Emit(FileModel file)
    {
        using var writer = new CodeWriter();
        Emit(file, writer);
        return writer.ToString();
    }

    /// <summary>Writes the C# of a file.</summary>
    public static void Emit(FileModel file, CodeWriter writer)
    {
        FileHeader.Write(writer, file.ProtoName);
        writer.WriteLine("#pragma warning disable 1591, 0612, 3021, 8981");
        if (file.Options.NullableAnnotations) writer.WriteLine("#nullable enable annotations");
        writer.WriteLine();
        writer.WriteLine("using pb = global::Google.Protobuf;");
        writer.WriteLine("using pbc = global::Google.Protobuf.Collections;");
        writer.WriteLine("using pbr = global::Google.Protobuf.Reflection;");
        if (file.Options.HasRuntime) writer.WriteLine("using pgr = global::ProtoGen.Runtime;");
        if (file.Namespace.Length > 0) writer.OpenBlock($"namespace {file.Namespace}");
        writer.WriteLine();
        ReflectionEmitter.Write(writer, file);
        WriteExtensions(writer, file);
        foreach (var type in file.Enums) EnumEmitter.Write(writer, type, file.Options);
        foreach (var message in file.Messages)
        {
            if (!message.IsMapEntry)
                MessageEmitter.Write(writer, message, file.Options);
        }

        if (file.Namespace.Length > 0) writer.CloseBlock();
    }

    /// <summary>Returns the access modifier of generated types.</summary>
    internal static string Access(CSharpOptions options) => options.InternalAccess ? "internal" : "public";

    private static void WriteExtensions(CodeWriter writer, FileModel file)
    {
        if (file.Extensions.Count == 0) return;
        writer.WriteLine(
            $"/// <summary>Holder for extension identifiers generated from the top level of {DocComment.Escape(file.ProtoName)}</summary>");
        TypeAttributes.WriteGeneratedNonUserCode(writer);
        writer.OpenBlock($"{Access(file.Options)} static partial class {file.ExtensionClass}");
        foreach (var extension in file.Extensions) ExtensionEmitter.Write(writer, extension);
        writer.CloseBlock();
        writer.WriteLine();
    }
}
