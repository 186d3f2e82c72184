using System.Text;

namespace ProtoGen.Fuzz;

/// <summary>A file to compile.</summary>
/// <param name="Name">The import name.</param>
/// <param name="Text">The bytes, each as the character of the same number (Latin-1).</param>
internal sealed record FuzzInput(string Name, string Text)
{
    /// <summary>Writes the file below a folder.</summary>
    public void WriteTo(string folder)
    {
        var path = Path.Combine(folder, Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Text));
    }
}
