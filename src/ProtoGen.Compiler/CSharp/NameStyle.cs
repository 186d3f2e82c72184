using System.Text;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Converts proto names to C# names as protoc does. The conversions only know ASCII, like protoc's.</summary>
public static class NameStyle
{
    /// <summary><c>foo_bar</c> → <c>FooBar</c>.</summary>
    public static string Pascal(string name) => FromUnderscores(name, capitalizeNext: true, keepPeriods: false);

    /// <summary><c>foo_bar</c> → <c>fooBar</c>.</summary>
    public static string Camel(string name) => FromUnderscores(name, capitalizeNext: false, keepPeriods: false);

    /// <summary><c>foo_bar.v1beta2</c> → <c>FooBar.V1Beta2</c>.</summary>
    public static string Namespace(string package) => FromUnderscores(package, capitalizeNext: true, keepPeriods: true);

    /// <summary>Returns the name of an enum value: without the enum's name as prefix, Pascal-cased, without a leading digit.</summary>
    public static string EnumValue(string enumName, string valueName)
    {
        var name = ShoutyToPascal(WithoutPrefix(enumName, valueName));
        return name.Length > 0 && IsDigit(name[0]) ? "_" + name : name;
    }

    private static string FromUnderscores(string name, bool capitalizeNext, bool keepPeriods)
    {
        var result = new StringBuilder(name.Length + 1);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (IsLower(c))
            {
                result.Append(capitalizeNext ? ToUpper(c) : c);
                capitalizeNext = false;
            }
            else if (IsUpper(c))
            {
                result.Append(i == 0 && !capitalizeNext ? ToLower(c) : c);
                capitalizeNext = false;
            }
            else
            {
                capitalizeNext = true;
                if (IsDigit(c) || (c == '.' && keepPeriods)) result.Append(c);
            }
        }

        if (name.Length > 0 && name[name.Length - 1] == '#') result.Append('_');
        if (result.Length > 0 && IsDigit(result[0]) && name[0] == '_') result.Insert(0, '_');
        return result.ToString();
    }

    private static string ShoutyToPascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var previous = '_';
        foreach (var c in name)
        {
            if (IsAlphanumeric(c))
                result.Append(!IsAlphanumeric(previous) || IsDigit(previous) ? ToUpper(c) : IsLower(previous) ? c : ToLower(c));
            previous = c;
        }

        return result.ToString();
    }

    /// <summary>
    /// Removes the prefix, ignoring case and underscores. Returns the whole value if the prefix does not match or nothing would remain.
    /// </summary>
    private static string WithoutPrefix(string prefix, string value)
    {
        var at = 0;
        foreach (var p in prefix)
        {
            if (p == '_') continue;
            while (at < value.Length && value[at] == '_') at++;
            if (at == value.Length || ToLower(value[at]) != ToLower(p)) return value;
            at++;
        }

        while (at < value.Length && value[at] == '_') at++;
        return at == value.Length ? value : value.Substring(at);
    }

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsAlphanumeric(char c) => IsLower(c) || IsUpper(c) || IsDigit(c);

    private static char ToUpper(char c) => IsLower(c) ? (char)(c - 'a' + 'A') : c;

    private static char ToLower(char c) => IsUpper(c) ? (char)(c - 'A' + 'a') : c;
}
