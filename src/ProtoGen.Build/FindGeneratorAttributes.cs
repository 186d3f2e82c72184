using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>
/// Finds out whether the project uses an attribute that marks the input of another source generator. Such a generator does not see types
/// that exist only inside the compiler.
/// </summary>
/// <remarks>The text is searched and not parsed: a match in a comment only causes files to be written that are not needed.</remarks>
public sealed class FindGeneratorAttributes : Task
{
    private const string Suffix = "Attribute";

    /// <summary>The C# files of the project.</summary>
    public ITaskItem[] SourceFiles { get; set; } = [];

    /// <summary>The names of the attributes, without the suffix Attribute.</summary>
    public ITaskItem[] Attributes { get; set; } = [];

    /// <summary>The first file that uses one of the attributes; empty if no file does.</summary>
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
            // Skip a missing file: a later target may write it, and otherwise the C# compiler reports it.
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
