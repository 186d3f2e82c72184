using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Checks that csharp_namespace is a valid namespace. protoc rejects only characters that could end the declaration.</summary>
public static class NamespaceValidator
{
    /// <summary>Returns the printable text of a csharp_namespace that is not a C# namespace; null if it is valid.</summary>
    public static string? FindInvalid(FileDescriptor file) =>
        file.CSharpNamespace is { } written && !Identifiers.IsNamespace(written) ? MakePrintable(written) : null;

    /// <summary>Returns the text with an underscore in place of each character that is invalid in a namespace.</summary>
    internal static string MakeValid(string text)
    {
        var parts = text.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var chars = parts[i].ToCharArray();
            for (var c = 0; c < chars.Length; c++)
            {
                if (!Identifiers.IsIdentifier("_" + chars[c]))
                    chars[c] = '_';
            }

            var part = new string(chars);
            parts[i] = Identifiers.IsIdentifier(part) ? part : "_" + part;
        }

        return string.Join(".", parts);
    }

    private static string MakePrintable(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsControl(chars[i]) || chars[i] is '\u2028' or '\u2029')
                chars[i] = '?';
        }

        return new string(chars);
    }
}
