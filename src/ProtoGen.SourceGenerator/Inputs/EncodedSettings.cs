using System.Text;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>
/// Reads settings that the package's targets encode, because a <c>;</c>, <c>#</c> or line break ends a value in an .editorconfig file.
/// </summary>
internal static class EncodedSettings
{
    private const char Separator = '\u001F';

    /// <summary>Returns the values by name from the Base64 form of <c>name=value</c> pairs; empty if there is none.</summary>
    public static Dictionary<string, string> Decode(string? encoded)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (encoded is null) return values;
        foreach (var pair in Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(Separator))
        {
            var end = pair.IndexOf('=');
            values[pair.Substring(0, end)] = pair.Substring(end + 1);
        }

        return values;
    }
}
