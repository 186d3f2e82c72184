using System.Text;

namespace ProtoGen.Fuzz.Grammar;

/// <summary>The file that declares the custom options of grammar-made files.</summary>
internal static class OptionLibrary
{
    /// <summary>The import name.</summary>
    public const string Name = "made/options.proto";

    /// <summary>Gets the folder of google/protobuf/json_enumvalue_options.proto, which protoc's package does not contain.</summary>
    public static string FilesOfEdition2026 { get; } = Path.Combine(Repository.Corpus, "edition2026");

    /// <summary>Gets the file.</summary>
    public static FuzzInput File { get; } = Load();

    private static FuzzInput Load()
    {
        using var reader = new StreamReader(typeof(OptionLibrary).Assembly.GetManifestResourceStream("options.proto")!, Encoding.Latin1);
        return new FuzzInput(Name, reader.ReadToEnd());
    }
}
