using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes the class of a message.</summary>
internal static class MessageEmitter
{
    public static void Write(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        var fields = new FieldEmitter[message.Fields.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = FieldEmitter.For(message.Fields[i], message);
        var oneofs = new OneofEmitter[message.Oneofs.Count];
        for (var i = 0; i < oneofs.Length; i++) oneofs[i] = new OneofEmitter(message.Oneofs[i], message, fields);

        WriteAttributes(writer, message, options);
        if (message.HasBaseClass) WriteDerived(writer, message, options, fields, oneofs);
        else WriteComplete(writer, message, options, fields, oneofs);
        if (message.HasUserPart) writer.WriteLine("#line default");
        WriteNested(writer, message, options);
        writer.CloseBlock();
        writer.WriteLine();
    }

    private static void WriteDerived(
        CodeWriter writer, MessageModel message, CSharpOptions options, FieldEmitter[] fields, OneofEmitter[] oneofs)
    {
        var members = new DerivedMembersEmitter(message, fields, oneofs);
        var baseClass = message.IsExtendable ? "ExtendableMessage" : "Message";
        writer.OpenBlock($"{MessagesEmitter.Access(options)} sealed partial class {message.Name} : pgr::{baseClass}<{message.Name}>");
        HideFromDebugger(writer, message);
        members.WriteStatics(writer);
        WriteFields(writer, message, fields, oneofs);
        members.WriteOverrides(writer);
    }

    private static void WriteComplete(
        CodeWriter writer, MessageModel message, CSharpOptions options, FieldEmitter[] fields, OneofEmitter[] oneofs)
    {
        var members = new CompleteMembersEmitter(message, fields, oneofs);
        var contract = message.IsExtendable ? "IExtendableMessage" : "IMessage";
        writer.OpenBlock(
            $"{MessagesEmitter.Access(options)} sealed partial class {message.Name} : pb::{contract}<{message.Name}>, pb::IBufferMessage");
        HideFromDebugger(writer, message);
        members.WriteStatics(writer);
        WriteFields(writer, message, fields, oneofs);
        members.WriteInstanceMembers(writer);
    }

    private static void WriteAttributes(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        DocComment.Write(writer, message.Comment);
        TypeAttributes.WriteObsolete(writer, message.IsObsolete);
        if (options.Serializable) writer.WriteLine("[global::System.SerializableAttribute]");
        if (!message.HasBaseClass) writer.WriteLine("[global::System.Diagnostics.DebuggerDisplayAttribute(\"{ToString(),nq}\")]");
        if (options is { HasRuntime: true, JsonConverter: true })
        {
            writer.WriteLine(
                $"[global::System.Text.Json.Serialization.JsonConverterAttribute(typeof(pgr::Json.ProtoJsonConverter<{message.Name}>))]");
        }
        // The attributes would also hold for the user's part: debuggers would not stop there, and coverage tools would skip it.
        if (!message.HasUserPart) TypeAttributes.WriteGeneratedNonUserCode(writer);
    }

    /// <summary>Hides the generated part from debuggers and coverage tools without an attribute on each member.</summary>
    private static void HideFromDebugger(CodeWriter writer, MessageModel message)
    {
        if (message.HasUserPart) writer.WriteLine("#line hidden");
    }

    private static void WriteFields(CodeWriter writer, MessageModel message, FieldEmitter[] fields, OneofEmitter[] oneofs)
    {
        foreach (var field in fields)
        {
            writer.WriteLine($"public const int {field.Field.PropertyName}FieldNumber = {field.Field.Number};");
            field.WriteMembers(writer);
            writer.WriteLine();
        }

        foreach (var oneof in oneofs) oneof.WriteMembers(writer);
        for (var i = 0; i < message.HasBitsCount; i++) writer.WriteLine($"private int _hasBits{i};");
        if (message.HasParserField) writer.WriteLine($"private static pb::MessageParser<{message.Name}> _parser => Parser;");
    }

    private static void WriteNested(CodeWriter writer, MessageModel message, CSharpOptions options)
    {
        if (message.HasNestedTypes)
        {
            writer.OpenBlock("public static partial class Types");
            foreach (var type in message.Enums) EnumEmitter.Write(writer, type, options);
            foreach (var nested in message.Messages)
            {
                if (!nested.IsMapEntry)
                    Write(writer, nested, options);
            }

            writer.CloseBlock();
            writer.WriteLine();
        }

        if (message.Extensions.Count == 0) return;
        writer.OpenBlock("public static partial class Extensions");
        foreach (var extension in message.Extensions) ExtensionEmitter.Write(writer, extension);
        writer.CloseBlock();
        writer.WriteLine();
    }
}
