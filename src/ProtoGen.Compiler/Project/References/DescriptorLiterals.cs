using System.Text;

namespace ProtoGen.Compiler.Project.References;

/// <summary>Finds serialized FileDescriptorProtos in the string literals of an assembly.</summary>
/// <remarks>ProtoGen writes one base64 literal per file; protoc writes literals of 60 characters.</remarks>
public sealed class DescriptorLiterals
{
    private const int NameField = 0x0A;
    private const string Extension = ".proto";

    private readonly List<byte[]?> _pieces = [];
    private readonly List<int> _starts = [];

    /// <summary>Finds the descriptors in <paramref name="literals"/>.</summary>
    public DescriptorLiterals(IEnumerable<string> literals)
    {
        foreach (var literal in literals)
        {
            var bytes = Decode(literal);
            if (bytes is not null && ReadFileName(bytes) is not null) _starts.Add(_pieces.Count);
            _pieces.Add(bytes);
        }
    }

    /// <summary>Returns the descriptor of the file with an import name; null if it is missing or incomplete.</summary>
    public byte[]? Find(string name)
    {
        foreach (var start in _starts)
        {
            if (_pieces[start]![1] == name.Length && name.StartsWith(ReadFileName(_pieces[start]!)!, StringComparison.Ordinal))
                return DescriptorPieces.Join(_pieces, start, GetEnd(start));
        }

        return null;
    }

    /// <summary>Returns all complete descriptors.</summary>
    public IEnumerable<byte[]> FindAll()
    {
        foreach (var start in _starts)
        {
            if (DescriptorPieces.Join(_pieces, start, GetEnd(start)) is { } descriptor)
                yield return descriptor;
        }
    }

    private int GetEnd(int start)
    {
        var end = start + 1;
        while (end < _pieces.Count && _pieces[end] is { Length: DescriptorPieces.FullLength } piece && ReadFileName(piece) is null) end++;
        return end;
    }

    // The result is the part of the name that the first piece contains.
    private static string? ReadFileName(byte[] bytes)
    {
        if (bytes.Length < 2 + Extension.Length || bytes[0] != NameField || bytes[1] >= 0x80) return null;
        var length = Math.Min(bytes[1], bytes.Length - 2);
        for (var i = 2; i < length + 2; i++)
        {
            if (bytes[i] < ' ')
                return null;
        }

        var name = Encoding.UTF8.GetString(bytes, 2, length);
        return length < bytes[1] ? (bytes.Length == DescriptorPieces.FullLength ? name : null)
            : name.EndsWith(Extension, StringComparison.Ordinal) ? name : null;
    }

    private static byte[]? Decode(string literal)
    {
        if (literal.Length < 4) return null;
        foreach (var c in literal)
        {
            if (!IsBase64(c) && !char.IsWhiteSpace(c))
                return null;
        }

        try
        {
            return Convert.FromBase64String(literal);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsBase64(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/' or '=';
}
