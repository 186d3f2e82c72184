namespace ProtoGen.Build.State;

/// <summary>
/// Writes files that other processes may read or write at the same time: an editor's build can run during a user's build.
/// </summary>
internal static class AtomicFile
{
    private const int Attempts = 5;

    /// <summary>Replaces a file atomically: a reader finds the old content or the new one.</summary>
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
                // On Windows a file cannot be replaced while another process has it open, which takes milliseconds.
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
