using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Options.Binary;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <summary>A message whose closing delimiter has not been read.</summary>
internal sealed class MessageFrame
{
    private readonly HashSet<int> _set = [];
    private readonly Dictionary<OneofDescriptor, FieldDescriptor> _oneofs = [];
    private readonly List<(int Number, string Path)> _missing = [];

    /// <summary>The message's type.</summary>
    public MessageDescriptor Type { get; private set; } = null!;

    /// <summary>The field of the enclosing message that holds it; null for the outermost message and for the content of an Any.</summary>
    public FieldDescriptor? Field { get; private set; }

    /// <summary>The type URL of the Any whose content this is.</summary>
    public string? AnyUrl { get; private set; }

    /// <summary>The delimiter that closes it.</summary>
    public char Closer { get; set; }

    /// <summary>Gets whether it is an element of a list in brackets.</summary>
    public bool IsInList { get; private set; }

    /// <summary>The fields so far.</summary>
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

    /// <summary>Returns the field of a oneof that has a value; null when none has.</summary>
    public FieldDescriptor? FindSetMember(OneofDescriptor oneof) => _oneofs.TryGetValue(oneof, out var field) ? field : null;

    /// <summary>Records that a field has a value.</summary>
    public void MarkSet(FieldDescriptor field)
    {
        _set.Add(field.Number);
        if (field.ContainingOneof is { } oneof) _oneofs[oneof] = field;
    }

    /// <summary>Records the required fields that a message in a field of this one lacks.</summary>
    public void AddMissing(FieldDescriptor field, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0) return;
        var name = field.IsExtension ? $"({field.FullName})" : field.Name;
        if (field.IsRepeated) name += $"[{Records.Count(field.Number)}]";
        foreach (var path in paths) _missing.Add((field.Number, $"{name}.{path}"));
    }

    /// <summary>
    /// Returns the paths of required fields without a value: its own in source order, then those of inner messages by field number.
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
}
