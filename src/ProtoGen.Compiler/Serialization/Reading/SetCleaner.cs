using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>
/// Copies a FileDescriptorSet without fields unknown to descriptor.proto, so that readers can rely on the types of fields.
/// </summary>
/// <remarks>All fields in options are kept, because unknown fields may be extensions.</remarks>
internal sealed class SetCleaner
{
    private const int DepthLimit = 100;
    private const string SetName = "google.protobuf.FileDescriptorSet";

    private readonly WireWriter _clean = new();

    /// <summary>Returns the copy; null if the set is malformed or nested too deeply.</summary>
    public static byte[]? Clean(byte[] set)
    {
        var cleaner = new SetCleaner();
        var type = BuiltInFiles.Options.Value.File.Messages.First(message => message.FullName == SetName);
        return cleaner.TryCopy(new WireReader(set), type, keepsAll: false, depth: 0) ? cleaner._clean.ToArray() : null;
    }

    private bool TryCopy(WireReader reader, MessageDescriptor type, bool keepsAll, int depth)
    {
        if (depth > DepthLimit) return false;
        while (reader.ReadTag())
        {
            var field = FieldNumberLookup.Find(type, reader.FieldNumber);
            if (field is not null && !FieldValues.Fits(field, reader.WireType)) field = null;
            if (field?.MessageType is { } nested)
            {
                if (!TryCopyMessage(ref reader, nested, keepsAll, depth)) return false;
                continue;
            }

            if (field is not null && IsPacked(field, reader.WireType) && !IsWellFormed(reader.Peek())) return false;
            var start = reader.TagStart;
            reader.Skip();
            if (!reader.Failed && (field is not null || keepsAll)) _clean.WriteRaw(reader.Bytes, start, reader.Position - start);
        }

        return !reader.Failed;
    }

    private bool TryCopyMessage(ref WireReader reader, MessageDescriptor type, bool keepsAll, int depth)
    {
        var start = _clean.BeginMessage(reader.FieldNumber);
        var content = reader.ReadMessage();
        if (reader.Failed
            || !TryCopy(content, type, (keepsAll || RetentionStripper.IsOptionsMessage(type)) && !IsUninterpreted(type), depth + 1))
        {
            return false;
        }

        _clean.EndMessage(start);
        return true;
    }

    private static bool IsUninterpreted(MessageDescriptor type) => (type.ContainingType ?? type).Name == "UninterpretedOption";

    private static bool IsPacked(FieldDescriptor field, WireType type) =>
        type == WireType.LengthDelimited && field.Type is FieldType.Int32 or FieldType.Enum;

    private static bool IsWellFormed(WireReader packed)
    {
        while (packed.Remaining > 0 && !packed.Failed) packed.ReadVarint();
        return !packed.Failed;
    }
}
