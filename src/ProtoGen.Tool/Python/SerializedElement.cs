using ProtoGen.Compiler.Schema;
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

    public IReadOnlyList<SerializedElement> Messages =>
        Parts(_kind == Kind.File ? DescriptorFields.File.MessageType : DescriptorFields.Message.NestedType);

    public IReadOnlyList<SerializedElement> Enums =>
        Parts(_kind == Kind.File ? DescriptorFields.File.EnumType : DescriptorFields.Message.EnumType);

    public IReadOnlyList<SerializedElement> Extensions =>
        Parts(_kind == Kind.File ? DescriptorFields.File.Extension : DescriptorFields.Message.Extension);

    public IReadOnlyList<SerializedElement> Services => Parts(DescriptorFields.File.Service);

    public IReadOnlyList<SerializedElement> Fields => Parts(DescriptorFields.Message.Field);

    public IReadOnlyList<SerializedElement> Oneofs => Parts(DescriptorFields.Message.OneofDecl);

    public IReadOnlyList<SerializedElement> Values => Parts(DescriptorFields.Enum.Value);

    public IReadOnlyList<SerializedElement> Methods => Parts(DescriptorFields.Service.Method);

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
        Kind.File => DescriptorFields.File.Options,
        Kind.Message => DescriptorFields.Message.Options,
        Kind.Field => DescriptorFields.Field.Options,
        Kind.Oneof => DescriptorFields.Oneof.Options,
        Kind.Enum => DescriptorFields.Enum.Options,
        Kind.EnumValue => DescriptorFields.EnumValue.Options,
        Kind.Service => DescriptorFields.Service.Options,
        _ => DescriptorFields.Method.Options,
    };

    private static Kind? PartKind(Kind kind, int number) => (kind, number) switch
    {
        (Kind.File, DescriptorFields.File.MessageType) or (Kind.Message, DescriptorFields.Message.NestedType) => Kind.Message,
        (Kind.File, DescriptorFields.File.EnumType) or (Kind.Message, DescriptorFields.Message.EnumType) => Kind.Enum,
        (Kind.File, DescriptorFields.File.Service) => Kind.Service,
        (Kind.File, DescriptorFields.File.Extension) => Kind.Field,
        (Kind.Message, DescriptorFields.Message.Field or DescriptorFields.Message.Extension) => Kind.Field,
        (Kind.Message, DescriptorFields.Message.OneofDecl) => Kind.Oneof,
        (Kind.Enum, DescriptorFields.Enum.Value) => Kind.EnumValue,
        (Kind.Service, DescriptorFields.Service.Method) => Kind.Method,
        _ => null,
    };
}
