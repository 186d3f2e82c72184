using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProtoGen.Compiler.Project.Severities;

/// <summary>The name of a section in an .editorconfig file, which selects files by their path.</summary>
/// <remarks>
/// The syntax is that of editorconfig.org: <c>*</c>, <c>**</c>, <c>?</c>, <c>[ab]</c>, <c>[!ab]</c>, <c>{a,b}</c>, <c>{1..3}</c>. A name
/// without a <c>/</c> selects files in all folders below that of the .editorconfig file.
/// </remarks>
internal sealed class SectionPattern
{
    private static readonly Regex Range = new(@"\G(-?\d+)\.\.(-?\d+)\}", RegexOptions.CultureInvariant);

    private readonly string _name;
    private readonly StringBuilder _regex = new();
    private readonly List<(int Low, int High)> _ranges = [];
    private int _position;

    private SectionPattern(string name) => _name = name;

    /// <summary>Returns whether the section with a name applies to a file.</summary>
    /// <param name="name">The name of the section.</param>
    /// <param name="path">The path of the file relative to the folder of the .editorconfig file, with a <c>/</c> at the start.</param>
    public static bool IsMatch(string name, string path)
    {
        var pattern = new SectionPattern(name);
        return pattern.TryTranslate() && pattern.IsMatch(path);
    }

    private bool IsMatch(string path)
    {
        var match = Regex.Match(path, $"^{_regex}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        if (!match.Success) return false;
        for (var i = 0; i < _ranges.Count; i++)
        {
            var isNumber = int.TryParse(
                match.Groups[i + 1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            // The group of an alternative that does not match is empty.
            if (match.Groups[i + 1].Success && !(isNumber && number >= _ranges[i].Low && number <= _ranges[i].High)) return false;
        }

        return true;
    }

    // An invalid name selects no file.
    private bool TryTranslate()
    {
        if (_name.IndexOf('/') < 0) _regex.Append(".*/");
        else if (_name[0] != '/') _regex.Append('/');
        return TryTranslateUntilEnd(isChoice: false);
    }

    private bool TryTranslateUntilEnd(bool isChoice)
    {
        while (_position < _name.Length)
        {
            var c = _name[_position++];
            switch (c)
            {
                case '}' when isChoice:
                    return true;
                case ',' when isChoice:
                    _regex.Append('|');
                    break;
                case '*' when _position < _name.Length && _name[_position] == '*':
                    _position++;
                    _regex.Append(".*");
                    break;
                case '*':
                    _regex.Append("[^/]*");
                    break;
                case '?':
                    _regex.Append("[^/]");
                    break;
                case '[':
                    if (!TryTranslateCharacters()) return false;
                    break;
                case '{':
                    if (!TryTranslateRange() && !TryTranslateChoice()) return false;
                    break;
                case '}':
                    return false;
                case '\\':
                    if (_position == _name.Length) return false;
                    AppendLiteral(_name[_position++]);
                    break;
                default:
                    AppendLiteral(c);
                    break;
            }
        }

        return !isChoice;
    }

    private bool TryTranslateCharacters()
    {
        var isNegated = _position < _name.Length && _name[_position] == '!';
        if (isNegated) _position++;
        var end = _name.IndexOf(']', _position);
        if (end <= _position) return false;
        _regex.Append(isNegated ? "(?!/)[^" : "[");
        for (; _position < end; _position++) _regex.Append('\\').Append('u').Append(((int)_name[_position]).ToString("x4"));
        _position++;
        _regex.Append(']');
        return true;
    }

    private bool TryTranslateRange()
    {
        var range = Range.Match(_name, _position);
        if (!range.Success
            || !int.TryParse(range.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(range.Groups[2].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var last))
        {
            return false;
        }

        _position += range.Length;
        _ranges.Add((Math.Min(first, last), Math.Max(first, last)));
        _regex.Append("(-?[0-9]+)");
        return true;
    }

    private bool TryTranslateChoice()
    {
        _regex.Append("(?:");
        if (!TryTranslateUntilEnd(isChoice: true)) return false;
        _regex.Append(')');
        return true;
    }

    private void AppendLiteral(char c) => _regex.Append(Regex.Escape(c.ToString()));
}
