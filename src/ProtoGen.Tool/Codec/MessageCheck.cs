using System.Globalization;
using System.Text.Unicode;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Tool.Codec;

/// <summary>Checks a message in the wire format as a parser would.</summary>
internal sealed unsafe class MessageCheck(ISchemaRegistry registry)
{
    private const int DepthLimit = 100;

    /// <summary>The paths of required fields that are missing, in protoc's order.</summary>
    public List<string> MissingFields { get; } = [];

    /// <summary>Whether the bytes are a message of the type, apart from required fields.</summary>
    public bool IsWellFormed(MessageSchema schema, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            try
            {
                return Check(schema, new WireCursor(start, start + bytes.Length), "", 0);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    private bool Check(MessageSchema schema, WireCursor input, string path, int depth)
    {
        if (depth > DepthLimit)
        {
            return false;
        }

        // Merged and in order, so that each message is looked at once and the missing fields come in protoc's order.
        var ordered = WireOrder.Normalize(schema, input, registry);
        var present = new HashSet<FieldSchema>();
        fixed (byte* start = ordered)
        {
            var first = new WireCursor(start, start + ordered.Length);
            while (!first.IsAtEnd)
            {
                var tag = first.ReadTag();
                if (WireOrder.Find(schema, tag, registry) is { } field)
                {
                    present.Add(field);
                }

                first.Skip(tag);
            }

            MissingFields.AddRange(schema.Fields.Where(field => field.IsRequired && !present.Contains(field)).Select(field => path + field.Name));
            return CheckValues(schema, new WireCursor(start, start + ordered.Length), path, depth);
        }
    }

    private bool CheckValues(MessageSchema schema, WireCursor input, string path, int depth)
    {
        FieldSchema? last = null;
        var index = 0;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            var field = WireOrder.Find(schema, tag, registry);
            index = field == last ? index + 1 : 0;
            last = field;
            switch (field?.Kind)
            {
                case FieldKind.Message or FieldKind.Group:
                    var content = field.Kind == FieldKind.Group ? input.ReadGroup(tag) : input.ReadDelimited();
                    if (!Check(field.Message, content, path + Step(field, index), depth + 1))
                    {
                        return false;
                    }

                    break;
                case FieldKind.String when field.ValidatesUtf8:
                    if (!Utf8.IsValid(input.ReadDelimited().Remaining))
                    {
                        return false;
                    }

                    break;
                default:
                    input.Skip(tag);
                    break;
            }
        }

        return true;
    }

    private static string Step(FieldSchema field, int index)
    {
        var name = field.IsExtension ? $"({field.ExtensionName})" : field.Name;
        return field.IsRepeated ? string.Create(CultureInfo.InvariantCulture, $"{name}[{index}].") : name + ".";
    }
}
