using System.Globalization;

namespace ProtoGen.Build.Inputs;

/// <summary>Parses the property LangVersion, whose default value the SDK derives from the target framework.</summary>
internal static class LanguageVersions
{
    private const int Newest = 10_000;

    /// <summary>Returns the version times 100, such as 703 for 7.3. A name such as <c>latest</c> stands for the newest version.</summary>
    public static int Parse(string value)
    {
        if (value.StartsWith("ISO-", StringComparison.OrdinalIgnoreCase)) return 200;
        var parts = value.Split('.');
        if (!TryParse(parts[0], out var major)) return Newest;
        return (major * 100) + (parts.Length > 1 && TryParse(parts[1], out var minor) ? minor : 0);
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
