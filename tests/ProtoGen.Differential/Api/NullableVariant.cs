using System.Text;
using System.Text.RegularExpressions;

namespace ProtoGen.Differential.Api;

/// <summary>
/// Rewrites a file to edition 2026 with <c>features.(pb.csharp).nullable_reference_types</c>,
/// for comparing the annotations on fields that real files have.
/// </summary>
internal static partial class NullableVariant
{
    private const string Imports = "import option \"google/protobuf/c_sharp_features.proto\";";

    /// <summary>Returns the text of the file as an edition 2026 file.</summary>
    /// <param name="text">The text of a proto2, proto3 or edition file.</param>
    /// <param name="presence">The field presence of the whole file.</param>
    /// <remarks>
    /// Some results are invalid, for example where a proto2 file declares a group. protoc rejects them, and they are not compared.
    /// </remarks>
    public static string Of(string text, string presence)
    {
        var body = SyntaxStatement().Replace(text, "", 1);
        body = Label().Replace(RemovedOption().Replace(body, ""), "$1");

        // Option imports must follow all other imports.
        var lastImport = ImportStatement().Matches(body) is { Count: > 0 } imports ? imports[^1].Index + imports[^1].Length : -1;
        var options = $"""

            option features.(pb.csharp).nullable_reference_types = true;
            option features.field_presence = {presence};
            option features.enforce_naming_style = STYLE_LEGACY;
            option features.default_symbol_visibility = EXPORT_ALL;
            option features.json_format = LEGACY_BEST_EFFORT;

            """;
        var added = Imports + options;
        return "edition = \"2026\";\n" + (lastImport < 0 ? added + body : body.Insert(lastImport, "\n" + added));
    }

    /// <summary>Writes the variants of some files below a folder, under the same names.</summary>
    public static void Write(string root, IEnumerable<string> files, string presence, string folder)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Of(File.ReadAllText(Path.Combine(root, file), Encoding.Latin1), presence), Encoding.Latin1);
        }
    }

    [GeneratedRegex("""^\s*(syntax|edition)\s*=\s*["'][^"']*["']\s*;""", RegexOptions.Multiline)]
    private static partial Regex SyntaxStatement();

    [GeneratedRegex("""^(\s*)(?:optional|required)\s""", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex("""^option\s+(java_multiple_files|cc_enable_arenas)\s*=\s*\w+\s*;""", RegexOptions.Multiline)]
    private static partial Regex RemovedOption();

    [GeneratedRegex("""^import\s+(public\s+)?"[^"]*"\s*;""", RegexOptions.Multiline)]
    private static partial Regex ImportStatement();
}
