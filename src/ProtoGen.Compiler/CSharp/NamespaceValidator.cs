using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Checks that csharp_namespace is a valid namespace. protoc rejects only characters that could end the declaration.</summary>
public static class NamespaceValidator
{
    /// <summary>The ID of the diagnostic.</summary>
    public const string DiagnosticId = "PG4101";

    private static readonly DiagnosticKind Invalid = DiagnosticKind.Error(
        DiagnosticId, "option csharp_namespace: \"{0}\" is not a C# namespace. Write identifiers with dots between them.");

    /// <summary>Returns the error for a csharp_namespace that is not a C# namespace; null if it is valid.</summary>
    public static Diagnostic? Check(FileDescriptor file)
    {
        if (file.CSharpNamespace is not { } written || Identifiers.IsNamespace(written)) return null;
        return new Diagnostic(Invalid, file.Name, -1, -1, default) { Arguments = new([Printable(written)]) };
    }

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

    private static string Printable(string text)
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
