using System.Text;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>Creates unique names of generated files from import names: <c>a/b.proto</c> becomes <c>a/b</c>.</summary>
/// <remarks>The C# compiler allows only some characters and ignores case. Names that would be equal get a number.</remarks>
public sealed class HintNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns a name for a file. Files must be added in a stable order.</summary>
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
            // A segment that ends with a dot could refer to another folder.
            var isLastDot = importName[i] == '.' && (i + 1 == end || importName[i + 1] == '/');
            name.Append(isLastDot || !IsAllowed(importName[i]) ? '_' : importName[i]);
        }

        return name.Length == 0 ? "_" : name.ToString();
    }

    private static bool IsAllowed(char c) =>
        char.IsLetterOrDigit(c) || c is '/' or '.' or ',' or '-' or '+' or '`' or '_' or ' ' or '(' or ')' or '[' or ']' or '{' or '}';
}
