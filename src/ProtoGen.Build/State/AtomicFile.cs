namespace ProtoGen.Build.State;

/// <summary>Writes files that other processes may read or write at the same time.</summary>
/// <remarks>For example, a build in an editor can run during a build of the user.</remarks>
internal static class AtomicFile
{
    private const int Attempts = 5;

    /// <summary>Replaces a file so that a reader finds either the old or the new content.</summary>
    public static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(temporary, content);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Replace(temporary, path);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                // On Windows a file cannot be replaced while another process has it open, which usually takes only milliseconds.
                Thread.Sleep(attempt * 10);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
    }

    private static void Replace(string temporary, string path)
    {
        if (File.Exists(path)) File.Replace(temporary, path, null);
        else File.Move(temporary, path);
    }
}
