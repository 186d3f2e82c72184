using System.Text;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Converts proto names to C# names as protoc does. Like protoc, it only recognizes ASCII letters.</summary>
public static class NameStyle
{
    /// <summary>Converts a name to Pascal case: <c>foo_bar</c> → <c>FooBar</c>.</summary>
    public static string Pascal(string name) => FromUnderscores(name, capitalizeNext: true, keepPeriods: false);

    /// <summary>Converts a name to camel case: <c>foo_bar</c> → <c>fooBar</c>.</summary>
    public static string Camel(string name) => FromUnderscores(name, capitalizeNext: false, keepPeriods: false);

    /// <summary>Converts a package to a namespace: <c>foo_bar.v1beta2</c> → <c>FooBar.V1Beta2</c>.</summary>
    public static string Namespace(string package) => FromUnderscores(package, capitalizeNext: true, keepPeriods: true);

    /// <summary>
    /// Returns the C# name of an enum value: in Pascal case, without the enum's name as a prefix and without a leading digit.
    /// </summary>
    public static string EnumValue(string enumName, string valueName)
    {
        var name = ShoutyToPascal(WithoutPrefix(enumName, valueName));
        return name.Length > 0 && Ascii.IsDigit(name[0]) ? "_" + name : name;
    }

    private static string FromUnderscores(string name, bool capitalizeNext, bool keepPeriods)
    {
        var result = new StringBuilder(name.Length + 1);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (Ascii.IsLower(c))
            {
                result.Append(capitalizeNext ? Ascii.ToUpper(c) : c);
                capitalizeNext = false;
            }
            else if (Ascii.IsUpper(c))
            {
                result.Append(i == 0 && !capitalizeNext ? Ascii.ToLower(c) : c);
                capitalizeNext = false;
            }
            else
            {
                capitalizeNext = true;
                if (Ascii.IsDigit(c) || (c == '.' && keepPeriods)) result.Append(c);
            }
        }

        if (name.Length > 0 && name[name.Length - 1] == '#') result.Append('_');
        if (result.Length > 0 && Ascii.IsDigit(result[0]) && name[0] == '_') result.Insert(0, '_');
        return result.ToString();
    }

    private static string ShoutyToPascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var previous = '_';
        foreach (var c in name)
        {
            if (IsAlphanumeric(c))
            {
                result.Append(
                    !IsAlphanumeric(previous) || Ascii.IsDigit(previous) ? Ascii.ToUpper(c)
                        : Ascii.IsLower(previous) ? c
                        : Ascii.ToLower(c));
            }
            previous = c;
        }

        return result.ToString();
    }

    /// <summary>
    /// Removes a prefix, ignoring case and underscores. Returns the whole value if it does not have the prefix or consists only of it.
    /// </summary>
    private static string WithoutPrefix(string prefix, string value)
    {
        var at = 0;
        foreach (var p in prefix)
        {
            if (p == '_') continue;
            while (at < value.Length && value[at] == '_') at++;
            if (at == value.Length || Ascii.ToLower(value[at]) != Ascii.ToLower(p)) return value;
            at++;
        }

        while (at < value.Length && value[at] == '_') at++;
        return at == value.Length ? value : value.Substring(at);
    }

    private static bool IsAlphanumeric(char c) => Ascii.IsLower(c) || Ascii.IsUpper(c) || Ascii.IsDigit(c);
}
