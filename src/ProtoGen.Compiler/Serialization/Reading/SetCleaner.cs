using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>
/// Checks a FileDescriptorProto and removes fields unknown to descriptor.proto, so that readers can rely on the types of fields.
/// </summary>
/// <remarks>All fields in options are kept, because unknown fields may be extensions. A file is copied only if it must change.</remarks>
internal sealed class SetCleaner
{
    private const string FileName = "google.protobuf.FileDescriptorProto";

    private static readonly Lazy<MessageShape> FileShape = new(
        () => MessageShape.Of(BuiltInFiles.Options.Value.File.Messages.First(message => message.FullName == FileName), []));

    private bool _mustCopy;

    /// <summary>Gets whether the file has an UninterpretedOption.</summary>
    public bool HasUninterpretedOptions { get; private set; }

    /// <summary>Returns whether the file is well-formed and not nested too deeply.</summary>
    /// <param name="file">The file.</param>
    /// <param name="clean">The file itself, or the copy without unknown fields.</param>
    public bool TryClean(WireReader file, out WireReader clean)
    {
        clean = file;
        if (!Check(file, FileShape.Value, keepsAll: false, depth: 1)) return false;
        if (!_mustCopy) return true;
        var copy = new WireWriter();
        Copy(file, FileShape.Value, keepsAll: false, copy);
        clean = new WireReader(copy.ToArray());
        return true;
    }

    private bool Check(WireReader reader, MessageShape type, bool keepsAll, int depth)
    {
        if (depth > WireReader.DepthLimit) return false;
        HasUninterpretedOptions |= type.IsUninterpreted;
        while (reader.ReadTag())
        {
            var field = type.Find(reader.FieldNumber, reader.WireType);
            if (field?.Nested is { } nested)
            {
                var content = reader.ReadMessage();
                if (reader.Failed || !Check(content, nested, nested.KeepsAll(keepsAll), depth + 1)) return false;

                // Lengths may be written longer than necessary. Options are compared byte by byte, so the copy has canonical lengths.
                _mustCopy |= content.Position - reader.TagStart != HeaderSize(reader.FieldNumber, content.Remaining);
                continue;
            }

            if (field is { IsInteger: true } && reader.WireType == WireType.LengthDelimited && !IsWellFormed(reader.Peek())) return false;
            reader.Skip();
            _mustCopy |= field is null && !keepsAll;
        }

        return !reader.Failed;
    }

    private static void Copy(WireReader reader, MessageShape type, bool keepsAll, WireWriter copy)
    {
        while (reader.ReadTag())
        {
            var field = type.Find(reader.FieldNumber, reader.WireType);
            if (field?.Nested is { } nested)
            {
                var content = copy.BeginMessage(reader.FieldNumber);
                Copy(reader.ReadMessage(), nested, nested.KeepsAll(keepsAll), copy);
                copy.EndMessage(content);
                continue;
            }

            var start = reader.TagStart;
            reader.Skip();
            if (field is not null || keepsAll) copy.WriteRaw(reader.Bytes, start, reader.Position - start);
        }
    }

    private static int HeaderSize(int number, int length) =>
        WireWriter.VarintSize(WireWriter.TagOf(number, WireType.LengthDelimited)) + WireWriter.VarintSize((uint)length);

    private static bool IsWellFormed(WireReader packed)
    {
        while (packed.Remaining > 0 && !packed.Failed) packed.ReadVarint();
        return !packed.Failed;
    }

    /// <summary>The fields of a message of descriptor.proto, prepared for the check.</summary>
    private sealed class MessageShape(bool isOptions, bool isUninterpreted)
    {
        private readonly List<FieldShape?> _low = [];
        private readonly Dictionary<int, FieldShape> _high = [];

        public bool IsUninterpreted => isUninterpreted;

        public static MessageShape Of(MessageDescriptor type, Dictionary<MessageDescriptor, MessageShape> known)
        {
            if (known.TryGetValue(type, out var shape)) return shape;
            var isUninterpreted = (type.ContainingType ?? type).Name == "UninterpretedOption";
            known.Add(type, shape = new MessageShape(RetentionStripper.IsOptionsMessage(type), isUninterpreted));
            foreach (var field in type.Fields)
                shape.Add(field, field.MessageType is { } nested ? Of(nested, known) : null);
            return shape;
        }

        public bool KeepsAll(bool parentKeepsAll) => (parentKeepsAll || isOptions) && !isUninterpreted;

        /// <summary>Returns the field if a value in this wire type can belong to it.</summary>
        public FieldShape? Find(int number, WireType type)
        {
            var found = number < _low.Count ? _low[number] : _high.TryGetValue(number, out var high) ? high : null;
            return found is not null && FieldValues.Fits(found.Field, type) ? found : null;
        }

        private void Add(FieldDescriptor field, MessageShape? nested)
        {
            const int LowLimit = 64;
            var shape = new FieldShape(field, nested);
            if (field.Number >= LowLimit)
            {
                _high.Add(field.Number, shape);
                return;
            }

            while (_low.Count <= field.Number) _low.Add(null);
            _low[field.Number] = shape;
        }
    }

    private sealed record FieldShape(FieldDescriptor Field, MessageShape? Nested)
    {
        public bool IsInteger { get; } = Field.Type is FieldType.Int32 or FieldType.Enum;
    }
}
