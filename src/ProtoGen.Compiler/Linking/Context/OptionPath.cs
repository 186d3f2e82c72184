using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The fields that the parts of an option's name refer to, from the options message to the field that is set.</summary>
internal sealed class OptionPath
{
    private readonly List<FieldDescriptor> _fields = [];

    /// <summary>Gets the fields; the last one is set by the option.</summary>
    public IReadOnlyList<FieldDescriptor> Fields => _fields;

    /// <summary>Gets the field that the option sets.</summary>
    public FieldDescriptor Leaf => _fields[_fields.Count - 1];

    /// <summary>Gets the text of the parts that were added, for errors.</summary>
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
