namespace ProtoGen.Testing;

/// <summary>A new folder outside the repository that is deleted on disposal.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Gets the folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("protogen-").FullName;

    /// <summary>Writes a file, creating the folders of its relative path.</summary>
    public void Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
