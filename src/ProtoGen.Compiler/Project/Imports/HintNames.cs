using System.Text;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>
/// Creates names of generated files from import names: <c>a/b.proto</c> becomes <c>a/b</c>. The C# compiler allows few characters and
/// ignores case, so names that would clash get a number.
/// </summary>
public sealed class HintNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a name for one file. Add the files in a stable order.</summary>
    public string Add(string importName)
    {
        var name = Sanitize(importName);
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++) unique = $"{name}({number})";
        return unique;
    }

    private static string Sanitize(string importName)
    {
        var end = importName.EndsWith(".proto", StringComparison.OrdinalIgnoreCase)
            ? importName.Length - ".proto".Length
            : importName.Length;
        var name = new StringBuilder(end);
        for (var i = 0; i < end; i++)
        {
            // A segment that ends with a dot could lead to another folder.
            var isLastDot = importName[i] == '.' && (i + 1 == end || importName[i + 1] == '/');
            name.Append(isLastDot || !IsAllowed(importName[i]) ? '_' : importName[i]);
        }

        return name.Length == 0 ? "_" : name.ToString();
    }

    private static bool IsAllowed(char c) =>
        char.IsLetterOrDigit(c) || c is '/' or '.' or ',' or '-' or '+' or '`' or '_' or ' ' or '(' or ')' or '[' or ']' or '{' or '}';
}
