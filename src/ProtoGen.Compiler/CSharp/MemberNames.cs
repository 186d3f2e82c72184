using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Decides the names of a message's members so that no two members have the same name.</summary>
/// <remarks>
/// protoc does not check for names that are used twice: <c>clear_body</c> beside <c>body</c>, which has a method ClearBody, gives C# that
/// does not compile. Here the property of <c>clear_body</c> is ClearBody_. Where protoc's code compiles, all names are protoc's.
/// </remarks>
internal sealed class MemberNames
{
    private static readonly string[] ExtensionMembers =
        ["Extensions", "HasExtension", "GetExtension", "SetExtension", "GetOrInitializeExtension", "ClearExtension"];

    private readonly string[] _properties;
    private readonly string[] _camels;
    private readonly Dictionary<string, (string Pascal, string Camel)> _oneofs = new(StringComparer.Ordinal);

    private MemberNames(int count)
    {
        _properties = new string[count];
        _camels = new string[count];
    }

    /// <summary>Returns the names of a message's members.</summary>
    public static MemberNames Of(MessageDescriptor message)
    {
        var names = new MemberNames(message.Fields.Count);
        for (var i = 0; i < names._properties.Length; i++)
        {
            names._properties[i] = CSharpNames.Property(message.Fields[i]);
            names._camels[i] = CSharpNames.Camel(message.Fields[i]);
        }

        if (names.MayClash(message)) names.MakeUnique(message);
        return names;
    }

    /// <summary>Returns the name of a field's property.</summary>
    public string GetProperty(int field) => _properties[field];

    /// <summary>Returns the camel-cased name of a field, which is part of the names of its private members.</summary>
    public string GetCamel(int field) => _camels[field];

    /// <summary>Returns the name that is part of the names of a oneof's public members.</summary>
    public string GetOneof(string protoName) =>
        _oneofs.TryGetValue(protoName, out var name) ? name.Pascal : NameStyle.Pascal(protoName);

    /// <summary>Returns the name that is part of the names of a oneof's private members.</summary>
    public string GetOneofCamel(string protoName) =>
        _oneofs.TryGetValue(protoName, out var name) ? name.Camel : NameStyle.Camel(protoName);

    // Most messages need no more than this quick check.
    private bool MayClash(MessageDescriptor message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { CSharpNames.ClassName(message) };
        foreach (var property in _properties)
        {
            if (!seen.Add(property) || LooksGenerated(property))
                return true;
        }

        foreach (var oneof in message.Oneofs)
        {
            if (!oneof.IsSynthetic && !seen.Add(NameStyle.Pascal(oneof.Name)))
                return true;
        }

        // The names of private fields end with an underscore.
        return LooksGenerated(message.Name) || message.Name.EndsWith("_", StringComparison.Ordinal);
    }

    private static bool LooksGenerated(string name) =>
        name.StartsWith("Has", StringComparison.Ordinal) || name.StartsWith("Clear", StringComparison.Ordinal)
        || name.EndsWith("FieldNumber", StringComparison.Ordinal) || name.EndsWith("Case", StringComparison.Ordinal)
        || name.EndsWith("Extension", StringComparison.Ordinal) || name == "Extensions";

    private void MakeUnique(MessageDescriptor message)
    {
        const int nobody = -1;
        // The index of the field that owns a public name, or nobody. Oneofs get their names first, so a clashing field is renamed.
        var owners = new Dictionary<string, int>(StringComparer.Ordinal) { [CSharpNames.ClassName(message)] = nobody };
        foreach (var member in ExtensionMembers)
        {
            if (member == ExtensionMembers[0] ? message.Extensions.Count > 0 : message.ExtensionRanges.Count > 0)
                owners[member] = nobody;
        }

        foreach (var oneof in message.Oneofs)
        {
            if (oneof.IsSynthetic) continue;
            var name = NameStyle.Pascal(oneof.Name);
            while (GetOneofMembers(name).Any(owners.ContainsKey)) name += "_";
            _oneofs[oneof.Name] = (name, "");
            foreach (var member in GetOneofMembers(name)) owners[member] = nobody;
        }

        for (var i = 0; i < _properties.Length; i++)
        {
            foreach (var member in GetDerivedMembers(message.Fields[i], _properties[i]))
            {
                if (!owners.ContainsKey(member)) owners[member] = i;
            }
        }

        for (var i = 0; i < _properties.Length; i++)
        {
            var field = message.Fields[i];
            while (IsTaken(_properties[i], i) || GetDerivedMembers(field, _properties[i]).Any(member => IsTaken(member, i)))
                _properties[i] += "_";
            owners[_properties[i]] = i;
            foreach (var member in GetDerivedMembers(field, _properties[i])) owners[member] = i;
        }

        MakeCamelsUnique(message, owners.Keys);

        bool IsTaken(string name, int field) => owners.TryGetValue(name, out var owner) && owner != field;
    }

    /// <summary>Decides the names of private fields: a camel-cased name and an underscore.</summary>
    /// <remarks>A property can have such a name, too, because clashing properties get underscores at their end.</remarks>
    private void MakeCamelsUnique(MessageDescriptor message, ICollection<string> publicNames)
    {
        var taken = new HashSet<string>(publicNames, StringComparer.Ordinal);
        foreach (var oneof in message.Oneofs)
        {
            if (oneof.IsSynthetic) continue;
            var camel = NameStyle.Camel(oneof.Name);
            while (taken.Contains(camel + "_") || taken.Contains(camel + "Case_")) camel += "_";
            taken.Add(camel + "_");
            taken.Add(camel + "Case_");
            _oneofs[oneof.Name] = (_oneofs[oneof.Name].Pascal, camel);
        }

        for (var i = 0; i < _camels.Length; i++)
        {
            while (!taken.Add(_camels[i] + "_")) _camels[i] += "_";
        }
    }

    private static IEnumerable<string> GetOneofMembers(string name) => [name + "Case", name + "OneofCase", "Clear" + name];

    private static IEnumerable<string> GetDerivedMembers(FieldDescriptor field, string property) =>
        FieldModelBuilder.SupportsPresence(field)
            ? [property + "FieldNumber", "Has" + property, "Clear" + property]
            : [property + "FieldNumber"];
}
