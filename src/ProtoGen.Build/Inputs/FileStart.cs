using ProtoGen.Compiler.Project.Output;

namespace ProtoGen.Build.Inputs;

/// <summary>Reads the start of C# files, which in generated files names the generator.</summary>
internal static class FileStart
{
    /// <summary>Returns the start of a file, or an empty text if it cannot be read.</summary>
    public static string Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var start = new char[ProtocCode.HeaderLength];
            return new string(start, 0, reader.ReadBlock(start, 0, start.Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
