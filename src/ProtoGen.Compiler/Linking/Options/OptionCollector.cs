using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>
/// Combines the options of an element in protoc's order: fields of its built-in descriptor.proto ordered by number, then all others in
/// source order.
/// </summary>
internal sealed class OptionCollector(Lazy<BuiltInOptions> builtIn)
{
    private readonly MessageRecords _records = new();
    private readonly WireWriter _message = new();
    private HashSet<int>? _messages;
    private MessageDescriptor _builtInType = null!;
    private bool _needsMerge;
    private bool _needsStripping;

    /// <summary>Gets whether an option was added.</summary>
    public bool HasAny => !_records.IsEmpty;

    /// <summary>Starts collecting the options of another element.</summary>
    public void Reset(MessageDescriptor builtInType)
    {
        _builtInType = builtInType;
        _records.Clear();
        _messages = null;
        _needsMerge = false;
        _needsStripping = false;
    }

    /// <summary>Adds an option as the serialized field at the start of its path.</summary>
    public void Add(OptionPath path, WireWriter record)
    {
        var field = path.Fields[0];
        var isKnown = field.IsExtension ? IsKnownExtension(field) : FieldNumberLookup.Find(_builtInType, field.Number) is not null;
        if (isKnown) _records.Begin(field.Number);
        else _records.BeginUnknown();
        record.CopyTo(_records.Content, 0, record.Length);
        _records.Commit();
        _needsMerge |= isKnown && field is { IsRepeated: false, MessageType: not null } && !(_messages ??= []).Add(field.Number);
        _needsStripping |= field.IsExtension || field.MessageType is not null || RetentionStripper.IsSourceOnly(field);
    }

    private bool IsKnownExtension(FieldDescriptor field) =>
        field.MessageType is not null && builtIn.Value.Known.FindExtension(_builtInType, field.Number) is not null;

    /// <summary>Adds options that are already serialized.</summary>
    public void AddInterpreted(byte[] options)
    {
        _records.BeginUnknown();
        _records.Content.WriteRaw(options, 0, options.Length);
        _records.Commit();
        _needsMerge = true;
        _needsStripping = true;
    }

    /// <summary>Returns the element's options with the collected ones added.</summary>
    public OptionMessage AddTo(OptionMessage old)
    {
        _message.Clear();
        old.CopyTo(_message);
        _records.WriteTo(_message);
        var bytes = _message.ToArray();
        if (_needsMerge) bytes = MessageNormalizer.Normalize(bytes, _builtInType, builtIn.Value.Known) ?? bytes;
        return new OptionMessage(bytes) { NeedsStripping = _needsStripping || old.NeedsStripping };
    }
}
