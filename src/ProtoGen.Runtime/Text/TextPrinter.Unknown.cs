using System.Globalization;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

internal unsafe ref partial struct TextPrinter
{
    // protoc's limit: more deeply nested content is written as a string.
    private const int UnknownDepthLimit = 10;

    private void WriteUnknown(UnknownField field)
    {
        if (field.Start != null)
        {
            WriteUnknown(new WireCursor(field.Start, field.End), UnknownDepthLimit);
            return;
        }
        WriteIndentation();
        WriteUnsigned((uint)field.Number);
        WriteRaw(": "u8);
        WriteUnsigned(field.Value);
        WriteLineEnd();
    }

    private void WriteUnknown(MessageSet.Item item, WireCursor content)
    {
        if (!item.IsDelimited)
        {
            WriteUnknown(content, UnknownDepthLimit);
            return;
        }
        WriteIndentation();
        WriteUnsigned((uint)item.Number);
        WriteDelimited(content, UnknownDepthLimit);
    }

    /// <summary>Writes unknown fields by number and decodes their values by wire type.</summary>
    public void WriteUnknown(WireCursor input, int depthLeft)
    {
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            WriteIndentation();
            WriteUnsigned(tag >> 3);
            switch ((int)(tag & 7))
            {
                case Wire.Varint:
                    WriteRaw(": "u8);
                    WriteUnsigned(input.ReadVarint());
                    WriteLineEnd();
                    break;
                case Wire.Fixed32:
                    WriteRaw(": 0x"u8);
                    WriteText(input.ReadFixed32().ToString("x8", CultureInfo.InvariantCulture));
                    WriteLineEnd();
                    break;
                case Wire.Fixed64:
                    WriteRaw(": 0x"u8);
                    WriteText(input.ReadFixed64().ToString("x16", CultureInfo.InvariantCulture));
                    WriteLineEnd();
                    break;
                case Wire.StartGroup:
                    WriteUnknownMessage(input.ReadGroup(tag), depthLeft - 1);
                    break;
                default:
                    WriteDelimited(input.ReadDelimited(), depthLeft);
                    break;
            }
        }
    }

    private void WriteDelimited(WireCursor content, int depthLeft)
    {
        if (!content.IsAtEnd && depthLeft > 0 && LooksLikeMessage(content, depthLeft))
        {
            WriteUnknownMessage(content, depthLeft - 1);
            return;
        }
        WriteRaw(": "u8);
        WriteString(content.Remaining);
        WriteLineEnd();
    }

    private void WriteUnknownMessage(WireCursor content, int depthLeft)
    {
        OpenMessage();
        WriteUnknown(content, depthLeft);
        CloseMessage();
    }

    /// <summary>Returns whether bytes can be decoded as fields, with groups nested at most <paramref name="depthLeft"/> levels.</summary>
    private static bool LooksLikeMessage(WireCursor content, int depthLeft)
    {
        try
        {
            while (!content.IsAtEnd)
            {
                var tag = content.ReadTag();
                if (tag < 8)
                    return false;
                if ((tag & 7) == Wire.StartGroup && (depthLeft == 0 || !LooksLikeMessage(content.ReadGroup(tag), depthLeft - 1)))
                    return false;
                if ((tag & 7) != Wire.StartGroup)
                    content.Skip(tag);
            }
            return true;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>An unknown field in the form of its bytes, or a packed number that a closed enum does not define.</summary>
    private readonly struct UnknownField
    {
        public UnknownField(byte* start, byte* end)
        {
            Start = start;
            End = end;
        }

        public UnknownField(int number, ulong value)
        {
            Number = number;
            Value = value;
        }

        public byte* Start { get; }

        public byte* End { get; }

        public int Number { get; }

        public ulong Value { get; }
    }
}
