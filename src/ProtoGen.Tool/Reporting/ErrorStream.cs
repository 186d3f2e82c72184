using ProtoGen.Compiler.Text;

namespace ProtoGen.Tool.Reporting;

/// <summary>Writes to stderr in UTF-8, line by line. Bytes of a source that are not UTF-8 are written unchanged.</summary>
internal sealed class ErrorStream(Stream stream)
{
    public void WriteLine(string line) => Write(line + "\n");

    public void Write(string text)
    {
        var bytes = Utf8.GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush();
    }
}
