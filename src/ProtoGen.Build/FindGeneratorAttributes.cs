using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Finds a file that uses an attribute of another source generator.</summary>
/// <remarks>
/// Such a generator cannot see types that exist only inside the compiler. The text is searched and not parsed: after a match in a comment,
/// ProtoGen writes files that nothing needs.
/// </remarks>
public sealed class FindGeneratorAttributes : Task
{
    private const string Suffix = "Attribute";

    /// <summary>Gets or sets the C# files of the project.</summary>
    public ITaskItem[] SourceFiles { get; set; } = [];

    /// <summary>Gets or sets the names of the attributes, without the suffix Attribute.</summary>
    public ITaskItem[] Attributes { get; set; } = [];

    /// <summary>Gets or sets the first file that uses one of the attributes; empty if no file does.</summary>
    [Output]
    public string Found { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Found = SourceFiles.Select(file => file.ItemSpec).FirstOrDefault(UsesAttribute) ?? "";
        return true;
    }

    private bool UsesAttribute(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return Attributes.Any(attribute => IsUsed(attribute.ItemSpec, text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Skip a missing file. A later target may write it; otherwise the C# compiler reports it.
            return false;
        }
    }

    private static bool IsUsed(string attribute, string text)
    {
        var start = -1;
        while ((start = text.IndexOf(attribute, start + 1, StringComparison.Ordinal)) >= 0)
        {
            if (start > 0 && IsIdentifierPart(text[start - 1])) continue;
            var end = start + attribute.Length;
            if (string.CompareOrdinal(text, end, Suffix, 0, Suffix.Length) == 0) end += Suffix.Length;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            if (end < text.Length && text[end] is '(' or ']' or ',')
                return true;
        }

        return false;
    }

    private static bool IsIdentifierPart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
