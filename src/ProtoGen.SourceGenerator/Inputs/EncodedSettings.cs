using System.Text;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>Decodes settings that the package's targets encode.</summary>
/// <remarks>Without the encoding, a <c>;</c>, a <c>#</c> or a line break would end a value in an .editorconfig file.</remarks>
internal static class EncodedSettings
{
    private const char Separator = '\u001F';

    /// <summary>Decodes the Base64 form of <c>name=value</c> pairs; returns an empty dictionary for null.</summary>
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
