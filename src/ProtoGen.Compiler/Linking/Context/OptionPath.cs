using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The path of an option's name: the fields from the options message to the one that is set.</summary>
internal sealed class OptionPath
{
    private readonly List<FieldDescriptor> _fields = [];

    /// <summary>The fields; the one that is set comes last.</summary>
    public IReadOnlyList<FieldDescriptor> Fields => _fields;

    /// <summary>The field that is set.</summary>
    public FieldDescriptor Leaf => _fields[_fields.Count - 1];

    /// <summary>The name as written so far, for errors.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Starts a new option.</summary>
    public void Clear()
    {
        _fields.Clear();
        Text = "";
    }

    /// <summary>Adds a part of the name as written.</summary>
    public void AddPart(string part) => Text = Text.Length == 0 ? part : $"{Text}.{part}";

    /// <summary>Adds the field that the last part names.</summary>
    public void AddField(FieldDescriptor field) => _fields.Add(field);
}
