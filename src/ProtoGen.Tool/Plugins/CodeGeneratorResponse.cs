using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Tool.Plugins;

/// <summary>Reads google.protobuf.compiler.CodeGeneratorResponse.</summary>
internal sealed class CodeGeneratorResponse
{
    /// <summary>The flag FEATURE_PROTO3_OPTIONAL.</summary>
    public const ulong Proto3OptionalFeature = 1;

    /// <summary>The flag FEATURE_SUPPORTS_EDITIONS.</summary>
    public const ulong EditionsFeature = 2;

    private const int ErrorField = 1;
    private const int SupportedFeaturesField = 2;
    private const int MinimumEditionField = 3;
    private const int MaximumEditionField = 4;
    private const int FileField = 15;

    public string Error { get; private set; } = "";

    public ulong SupportedFeatures { get; private set; }

    public int MinimumEdition { get; private set; }

    public int MaximumEdition { get; private set; }

    public List<ResponseFile> Files { get; } = [];

    /// <summary>Reads a response. Returns null if the bytes are invalid.</summary>
    public static CodeGeneratorResponse? Parse(byte[] bytes)
    {
        var response = new CodeGeneratorResponse();
        var reader = new WireReader(bytes);
        while (reader.ReadTag())
        {
            response.ReadField(ref reader);
        }

        return reader.Failed || response.Files.Exists(file => file.IsMalformed) ? null : response;
    }

    private void ReadField(ref WireReader reader)
    {
        switch (reader.FieldNumber, reader.WireType)
        {
            case (ErrorField, WireType.LengthDelimited):
                Error = Utf8.GetString(reader.ReadBytes());
                break;
            case (SupportedFeaturesField, WireType.Varint):
                SupportedFeatures = reader.ReadVarint();
                break;
            case (MinimumEditionField, WireType.Varint):
                MinimumEdition = (int)reader.ReadVarint();
                break;
            case (MaximumEditionField, WireType.Varint):
                MaximumEdition = (int)reader.ReadVarint();
                break;
            case (FileField, WireType.LengthDelimited):
                Files.Add(ResponseFile.Parse(reader.ReadBytes()));
                break;
            default:
                reader.Skip();
                break;
        }
    }
}

/// <summary>A file that a plugin generated, or a part of it.</summary>
internal sealed class ResponseFile
{
    private const int NameField = 1;
    private const int InsertionPointField = 2;
    private const int ContentField = 15;

    /// <summary>Gets the path; empty if the content continues the previous file.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Gets the insertion point for the content; empty for a separate file.</summary>
    public string InsertionPoint { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public bool IsMalformed { get; private set; }

    public static ResponseFile Parse(byte[] bytes)
    {
        var file = new ResponseFile();
        var reader = new WireReader(bytes);
        while (reader.ReadTag())
        {
            switch (reader.FieldNumber, reader.WireType)
            {
                case (NameField, WireType.LengthDelimited):
                    file.Name = Utf8.GetString(reader.ReadBytes());
                    break;
                case (InsertionPointField, WireType.LengthDelimited):
                    file.InsertionPoint = Utf8.GetString(reader.ReadBytes());
                    break;
                case (ContentField, WireType.LengthDelimited):
                    file.Content = reader.ReadBytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        file.IsMalformed = reader.Failed;
        return file;
    }
}
