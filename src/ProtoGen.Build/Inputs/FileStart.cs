namespace ProtoGen.Build.Inputs;

/// <summary>Reads the start of C# files, where generators leave their name.</summary>
internal static class FileStart
{
    private const int Length = 512;

    /// <summary>Reads the start of a file; the empty text if the file cannot be read.</summary>
    public static string Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var start = new char[Length];
            return new string(start, 0, reader.ReadBlock(start, 0, Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
