namespace ProtoGen.Build.State;

/// <summary>The time and length of a file, which reveal a change without reading the file.</summary>
/// <param name="Time">The time of the last write in UTC ticks.</param>
/// <param name="Length">The length in bytes; -1 if the file does not exist.</param>
internal readonly record struct FileStamp(long Time, long Length)
{
    /// <summary>Reads the stamp of a file.</summary>
    public static FileStamp Take(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.LastWriteTimeUtc.Ticks, file.Length) : new FileStamp(0, -1);
    }
}
