using ProtoGen.Compiler.Wire;

namespace ProtoGen.Tool.Python;

/// <summary>An element of a serialized FileDescriptorProto with its range of bytes, its options and its nested elements.</summary>
internal sealed class SerializedElement
{
    private readonly byte[] _file;
    private readonly Kind _kind;
    private readonly int _start;
    private readonly int _length;
    private readonly Dictionary<int, List<SerializedElement>> _parts = [];
    private int _optionsStart;
    private int _optionsLength;

    private SerializedElement(byte[] file, Kind kind, int start, int length)
    {
        _file = file;
        _kind = kind;
        _start = start;
        _length = length;
        ReadParts();
    }

    private enum Kind
    {
        File,
        Message,
        Field,
        Oneof,
        Enum,
        EnumValue,
        Service,
        Method,
    }

    /// <summary>Gets the bytes of the element without its tag and length.</summary>
    public ReadOnlySpan<byte> Bytes => _file.AsSpan(_start, _length);

    /// <summary>Gets the bytes of the element's options; empty if it has none.</summary>
    public ReadOnlySpan<byte> Options => _file.AsSpan(_optionsStart, _optionsLength);

    public IReadOnlyList<SerializedElement> Messages => Parts(_kind == Kind.File ? 4 : 3);

    public IReadOnlyList<SerializedElement> Enums => Parts(_kind == Kind.File ? 5 : 4);

    public IReadOnlyList<SerializedElement> Extensions => Parts(_kind == Kind.File ? 7 : 6);

    public IReadOnlyList<SerializedElement> Services => Parts(6);

    public IReadOnlyList<SerializedElement> Fields => Parts(2);

    public IReadOnlyList<SerializedElement> Oneofs => Parts(8);

    public IReadOnlyList<SerializedElement> Values => Parts(2);

    public IReadOnlyList<SerializedElement> Methods => Parts(2);

    public static SerializedElement ReadFile(byte[] file) => new(file, Kind.File, 0, file.Length);

    /// <summary>Returns the offset at which the element's bytes first occur in the file.</summary>
    /// <remarks>protoc searches for the bytes, so two equal elements both get the offset of the first.</remarks>
    public int FindStart() => _file.AsSpan(0, _start + _length).IndexOf(Bytes);

    private IReadOnlyList<SerializedElement> Parts(int number) => _parts.TryGetValue(number, out var parts) ? parts : [];

    private void ReadParts()
    {
        var reader = new WireReader(_file, _start, _length);
        while (reader.ReadTag())
        {
            var number = reader.FieldNumber;
            if (reader.WireType != WireType.LengthDelimited)
            {
                reader.Skip();
                continue;
            }

            var length = reader.ReadLength(out var start);
            if (number == OptionsNumber(_kind))
            {
                (_optionsStart, _optionsLength) = (start, length);
            }
            else if (PartKind(_kind, number) is { } kind)
            {
                if (!_parts.TryGetValue(number, out var parts))
                {
                    _parts.Add(number, parts = []);
                }

                parts.Add(new SerializedElement(_file, kind, start, length));
            }
        }
    }

    private static int OptionsNumber(Kind kind) => kind switch
    {
        Kind.File or Kind.Field => 8,
        Kind.Message => 7,
        Kind.Method => 4,
        Kind.Oneof => 2,
        _ => 3,
    };

    private static Kind? PartKind(Kind kind, int number) => (kind, number) switch
    {
        (Kind.File, 4) or (Kind.Message, 3) => Kind.Message,
        (Kind.File, 5) or (Kind.Message, 4) => Kind.Enum,
        (Kind.File, 6) => Kind.Service,
        (Kind.File, 7) or (Kind.Message, 2 or 6) => Kind.Field,
        (Kind.Message, 8) => Kind.Oneof,
        (Kind.Enum, 2) => Kind.EnumValue,
        (Kind.Service, 2) => Kind.Method,
        _ => null,
    };
}
