using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Schema;

/// <summary>Derives names from the names that a .proto file declares, by protoc's rules.</summary>
internal static class NamingRules
{
    /// <summary>Returns the JSON name of a field: <c>fooBar</c> for <c>foo_bar</c>.</summary>
    internal static string Json(string fieldName)
    {
        if (fieldName.IndexOf('_') < 0) return fieldName;
        var result = new char[fieldName.Length];
        var length = 0;
        var isUpper = false;
        foreach (var c in fieldName)
        {
            if (c != '_') result[length++] = isUpper ? Ascii.ToUpper(c) : c;
            isUpper = c == '_';
        }

        return new string(result, 0, length);
    }

    /// <summary>Returns the part of a name from <paramref name="start"/> on in Pascal case: <c>FooBar</c> for <c>FOO_BAR</c>.</summary>
    internal static string Pascal(string name, int start)
    {
        var result = new char[name.Length - start];
        var length = 0;
        var isUpper = true;
        for (var i = start; i < name.Length; i++)
        {
            if (name[i] != '_') result[length++] = isUpper ? Ascii.ToUpper(name[i]) : Ascii.ToLower(name[i]);
            isUpper = name[i] == '_';
        }

        return new string(result, 0, length);
    }

    /// <summary>Returns the name of a map field's entry message: <c>FooBarEntry</c> for <c>foo_bar</c>.</summary>
    internal static string MapEntry(string fieldName)
    {
        var name = Json(fieldName);
        return name.Length == 0 ? "Entry" : Ascii.ToUpper(name[0]) + name.Substring(1) + "Entry";
    }

    /// <summary>Returns the name of the synthetic oneof of an <c>optional</c> field, and adds it to the names in use.</summary>
    internal static string SyntheticOneof(string fieldName, HashSet<string> taken)
    {
        var name = fieldName.StartsWith("_", StringComparison.Ordinal) ? fieldName : "_" + fieldName;
        while (!taken.Add(name)) name = "X" + name;
        return name;
    }
}
