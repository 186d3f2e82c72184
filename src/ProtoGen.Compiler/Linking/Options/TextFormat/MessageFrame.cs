using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Options.Binary;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>A message whose closing delimiter has not been read.</summary>
internal sealed class MessageFrame
{
    private readonly HashSet<int> _set = [];
    private readonly Dictionary<OneofDescriptor, FieldDescriptor> _oneofs = [];
    private readonly List<MissingField> _missing = [];

    /// <summary>Gets the type of the message.</summary>
    public MessageDescriptor Type { get; private set; } = null!;

    /// <summary>Gets the field of the enclosing message; null for the outermost message and for the content of an Any.</summary>
    public FieldDescriptor? Field { get; private set; }

    /// <summary>Gets the type URL if the message is the content of an Any.</summary>
    public string? AnyUrl { get; private set; }

    /// <summary>Gets or sets the closing delimiter.</summary>
    public char Closer { get; set; }

    /// <summary>Gets whether the message is an element of a list in brackets.</summary>
    public bool IsInList { get; private set; }

    /// <summary>Gets the fields that were read.</summary>
    public MessageRecords Records { get; } = new();

    /// <summary>Prepares the frame for another message.</summary>
    public void Reset(MessageDescriptor type, FieldDescriptor? field, bool isInList, string? anyUrl)
    {
        Type = type;
        Field = field;
        IsInList = isInList;
        AnyUrl = anyUrl;
        Records.Clear();
        _set.Clear();
        _oneofs.Clear();
        _missing.Clear();
    }

    /// <summary>Returns whether a singular field has a value.</summary>
    public bool Has(int number) => _set.Contains(number);

    /// <summary>Returns the field of a oneof that has a value; null if none has.</summary>
    public FieldDescriptor? FindSetMember(OneofDescriptor oneof) => _oneofs.TryGetValue(oneof, out var field) ? field : null;

    /// <summary>Records that a field has a value.</summary>
    public void MarkSet(FieldDescriptor field)
    {
        _set.Add(field.Number);
        if (field.ContainingOneof is { } oneof) _oneofs[oneof] = field;
    }

    /// <summary>Records the required fields that are missing in a nested message.</summary>
    public void AddMissing(FieldDescriptor field, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0) return;
        var name = field.IsExtension ? $"({field.FullName})" : field.Name;
        if (field.IsRepeated) name += $"[{Records.Count(field.Number)}]";
        foreach (var path in paths) _missing.Add(new MissingField(field.Number, $"{name}.{path}"));
    }

    /// <summary>
    /// Returns the paths of missing required fields: those of this message in source order, then those of nested messages by field number.
    /// </summary>
    public IReadOnlyList<string> FindMissing(IReadOnlyList<FieldDescriptor> required)
    {
        if (required.Count == 0 && _missing.Count == 0) return [];
        var paths = new List<string>();
        foreach (var field in required)
        {
            if (!Has(field.Number)) paths.Add(field.Name);
        }

        foreach (var (_, path) in _missing.OrderBy(entry => entry.Number)) paths.Add(path);
        return paths;
    }

    private sealed record MissingField(int Number, string Path);
}
