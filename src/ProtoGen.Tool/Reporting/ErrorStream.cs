using ProtoGen.Compiler.Text;

namespace ProtoGen.Tool.Reporting;

/// <summary>stderr, line by line in UTF-8. Bytes of a source that are no UTF-8 come out as they were.</summary>
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
