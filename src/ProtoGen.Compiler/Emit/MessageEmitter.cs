using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;
using ProtoGen.Compiler.Emit.Span;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes a message's class.</summary>
internal static class MessageEmitter
{
    public static void Write(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        var fields = new FieldEmitter[message.Fields.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = FieldEmitter.For(message.Fields[i], message, options.HasRuntime);

        WriteHead(writer, message, options);
        WriteStatics(writer, message, options);
        var copies = new CopyEmitter(message, fields, UnknownFields(options));
        copies.WriteConstructors(writer);
        WriteFields(writer, message, fields);
        foreach (var oneof in message.Oneofs) OneofEmitter.Write(writer, oneof, message);
        new EqualityEmitter(message, fields).Write(writer);
        copies.WriteMerging(writer);
        if (options.HasRuntime) SpanMembers.Write(writer, message);
        else new GeneralPathEmitter(message, fields).Write(writer);
        if (message.IsExtendable) ExtendableEmitter.Write(writer, message);
        WriteNested(writer, message, options);
        writer.Close();
        writer.Line();
    }

    /// <summary>The type of unknown fields: ProtoGen.Runtime's keeps their order.</summary>
    private static string UnknownFields(CSharpOptions options) => options.HasRuntime ? "pgr::UnknownFields" : "pb::UnknownFieldSet";

    private static void WriteHead(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        DocComment.Write(writer, message.Comment);
        if (message.IsObsolete) writer.Line("[global::System.ObsoleteAttribute]");
        if (options.Serializable) writer.Line("[global::System.SerializableAttribute]");
        writer.Line("[global::System.Diagnostics.DebuggerDisplayAttribute(\"{ToString(),nq}\")]");
        writer.Line(MessagesEmitter.GeneratedTypeAttributes);
        var contract = message.IsExtendable ? "IExtendableMessage" : "IMessage";
        writer.Open($"{MessagesEmitter.Access(options)} sealed partial class {message.Name} : pb::{contract}<{message.Name}>, {(options.HasRuntime ? "pgr::ISpanMessage" : "pb::IBufferMessage")}");
    }

    private static void WriteStatics(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        var mayBeNull = options.NullableAnnotations ? "?" : "";
        writer.Line($"private {UnknownFields(options)}{mayBeNull} _unknownFields;");
        if (message.IsExtendable)
        {
            writer.Line($"{(message.ExtensionsAreInternal ? "internal" : "private")} pb::ExtensionSet<{message.Name}>{mayBeNull} _extensions;");
            // Google.Protobuf's IsInitialized finds the extensions by this name.
            writer.Line($"private pb::ExtensionSet<{message.Name}>{mayBeNull} _Extensions => _extensions;");
        }
        for (var i = 0; i < message.HasBitsCount; i++) writer.Line($"private int _hasBits{i};");
        // A lambda would be a class of its own for each message, which the C# compiler has to make.
        writer.Line($"private static {message.Name} _New() => new {message.Name}();");
        writer.Line($"public static pb::MessageParser<{message.Name}> Parser {{ get; }} = new pb::MessageParser<{message.Name}>(_New);");
        writer.Line($"public static pbr::MessageDescriptor Descriptor => {message.DescriptorAccessor};");
        writer.Line("pbr::MessageDescriptor pb::IMessage.Descriptor => Descriptor;");
        writer.Line();
    }

    private static void WriteFields(CodeWriter writer, MessageModel message, FieldEmitter[] fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var field = message.Fields[i];
            writer.Line($"/// <summary>Field number for the \"{field.ProtoName}\" field.</summary>");
            writer.Line($"public const int {field.PropertyName}FieldNumber = {field.Number};");
            fields[i].WriteMembers(writer);
            writer.Line();
        }
    }

    private static void WriteNested(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        if (HasNestedTypes(message))
        {
            writer.Line($"/// <summary>Container for nested types declared in the {message.Name} message type.</summary>");
            writer.Open("public static partial class Types");
            foreach (var type in message.Enums) EnumEmitter.Write(writer, type, options);
            foreach (var nested in message.Messages)
                if (!nested.IsMapEntry)
                    Write(writer, nested, options);
            writer.Close();
            writer.Line();
        }

        if (message.Extensions.Count == 0) return;
        writer.Line($"/// <summary>Container for extensions for other messages declared in the {message.Name} message type.</summary>");
        writer.Open("public static partial class Extensions");
        foreach (var extension in message.Extensions) ExtensionEmitter.Write(writer, extension);
        writer.Close();
        writer.Line();
    }

    private static bool HasNestedTypes(MessageModel message)
    {
        if (message.Enums.Count > 0) return true;
        foreach (var nested in message.Messages)
            if (!nested.IsMapEntry)
                return true;
        return false;
    }
}
