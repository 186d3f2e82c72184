namespace ProtoGen.Tool.Output;

/// <summary>Returns the operating system's text for a failed file operation.</summary>
internal static class SystemErrorText
{
    public static string Describe(Exception exception, string path) => exception switch
    {
        _ when Directory.Exists(path) => "Is a directory",
        FileNotFoundException or DirectoryNotFoundException => "No such file or directory",
        UnauthorizedAccessException => "Permission denied",
        PathTooLongException => "File name too long",
        IOException when IsBelowFile(path) => "Not a directory",
        _ => exception.Message,
    };

    private static bool IsBelowFile(string path)
    {
        for (var parent = Path.GetDirectoryName(path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
            {
                return true;
            }
        }

        return false;
    }
}
