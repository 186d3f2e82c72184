using System.Text;

namespace ProtoGen.Build.Outputs;

/// <summary>The names of MSBuild items.</summary>
internal static class ItemNames
{
    /// <summary>Returns the text in the form that items contain: without it, a path with a <c>;</c> would become two items.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '%' or '*' or '?' or '@' or '$' or '(' or ')' or ';' or '\'') escaped.Append('%').Append(((int)c).ToString("x2"));
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
