using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks names against the three naming styles. Each method returns the violation, or null if there is none.</summary>
internal static class NamingStyles
{
    internal static string? FindTitleCaseFault(string name)
    {
        foreach (var c in name)
            if (!Ascii.IsLower(c) && !Ascii.IsUpper(c) && !Ascii.IsDigit(c)) return "should be TitleCase";
        return Ascii.IsUpper(name[0]) ? null : "should begin with a capital letter";
    }

    internal static string? FindLowerSnakeCaseFault(string name)
    {
        foreach (var c in name)
            if (!Ascii.IsLower(c) && !Ascii.IsDigit(c) && c is not ('_' or '.')) return "should be lower_snake_case";
        if (!Ascii.IsLower(name[0])) return "should begin with a lower case letter";
        return HasBadUnderscores(name) ? "contains style violating underscores" : null;
    }

    internal static string? FindUpperSnakeCaseFault(string name)
    {
        foreach (var c in name)
            if (!Ascii.IsUpper(c) && !Ascii.IsDigit(c) && c != '_') return "should be UPPER_SNAKE_CASE";
        if (!Ascii.IsUpper(name[0])) return "should begin with an upper case letter";
        return HasBadUnderscores(name) ? "contains style violating underscores" : null;
    }

    /// <summary>Returns whether an underscore is at the start or the end, or not followed by a letter.</summary>
    private static bool HasBadUnderscores(string name)
    {
        if (name[0] == '_' || name[name.Length - 1] == '_') return true;
        for (var i = 1; i < name.Length; i++)
            if (name[i - 1] == '_' && !Ascii.IsLower(name[i]) && !Ascii.IsUpper(name[i])) return true;
        return false;
    }
}
