using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>Recognizes and writes google.protobuf.Any.</summary>
internal static class AnyFields
{
    /// <summary>The number of type_url.</summary>
    public const int TypeUrl = 1;

    /// <summary>The number of value.</summary>
    public const int Value = 2;

    /// <summary>Returns whether a message is google.protobuf.Any.</summary>
    public static bool IsAny(MessageDescriptor type) =>
        type.FullName == "google.protobuf.Any"
        && type.Fields.Any(field => field is { Number: TypeUrl, Type: FieldType.String })
        && type.Fields.Any(field => field is { Number: Value, Type: FieldType.Bytes });

    /// <summary>Sets both fields of an Any.</summary>
    public static void Write(MessageFrame any, string url, MessageRecords content)
    {
        foreach (var field in any.Type.Fields)
        {
            if (field.Number == Value && content.IsEmpty) continue;
            any.Records.Begin(field.Number);
            if (field.Number == TypeUrl) any.Records.Content.WriteString(TypeUrl, url);
            else if (field.Number == Value) MessageFieldWriter.WriteContent(any.Records.Content, Value, content);
            any.Records.Commit();
            any.MarkSet(field);
        }
    }
}
