using System.Globalization;
using System.Text.Unicode;
using ProtoGen.Compiler.Wire;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Tool.Codec;

/// <summary>Checks a message in the wire format as a parser would.</summary>
internal sealed unsafe class MessageCheck(ISchemaRegistry registry)
{
    private static readonly MessageSchema Unknown = new("", []);

    /// <summary>Returns whether the bytes are a message of the type, apart from required fields.</summary>
    public bool IsWellFormed(MessageSchema schema, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            try
            {
                return IsWellFormed(schema, new WireCursor(start, start + bytes.Length), 0);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Returns the paths of missing required fields, in protoc's order.</summary>
    /// <param name="schema">The schema of the message.</param>
    /// <param name="bytes">The bytes that <see cref="CanonicalWire"/> wrote.</param>
    public List<string> FindMissingFields(MessageSchema schema, ReadOnlySpan<byte> bytes)
    {
        var missing = new List<string>();
        fixed (byte* start = bytes)
        {
            AddMissingFields(schema, new WireCursor(start, start + bytes.Length), "", missing);
        }

        return missing;
    }

    private bool IsWellFormed(MessageSchema schema, WireCursor input, int depth)
    {
        if (depth > WireReader.DepthLimit)
        {
            return false;
        }

        if (schema.IsMessageSet)
        {
            return MessageSet.Read(schema, input, registry).Items.All(item => IsWellFormed(item, depth));
        }

        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            var field = WireOrder.Find(schema, tag, registry);
            if (tag < 8 || !IsWellFormed(field, tag, ref input, depth))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWellFormed(MessageSet.Item item, int depth)
    {
        fixed (byte* start = item.Bytes)
        {
            // The group around the message counts as a level.
            return IsWellFormed(item.Field!.Message, new WireCursor(start, start + item.Bytes.Length), depth + 2);
        }
    }

    private bool IsWellFormed(FieldSchema? field, uint tag, ref WireCursor input, int depth)
    {
        if ((tag & 7) == Wire.StartGroup)
        {
            return IsWellFormed(field?.Message ?? Unknown, input.ReadGroup(tag), depth + 1);
        }

        if (field?.Kind == FieldKind.Message)
        {
            return IsWellFormed(field.Message, input.ReadDelimited(), depth + 1);
        }

        if (field is { Kind: FieldKind.String, ValidatesUtf8: true })
        {
            return Utf8.IsValid(input.ReadDelimited().Remaining);
        }

        if (field is not null && tag != field.ElementTag)
        {
            for (var packed = input.ReadDelimited(); !packed.IsAtEnd;)
            {
                packed.Skip(field.ElementTag);
            }

            return true;
        }

        input.Skip(tag);
        return true;
    }

    private void AddMissingFields(MessageSchema schema, WireCursor input, string path, List<string> missing)
    {
        if (schema.IsMessageSet)
        {
            foreach (var item in MessageSet.Read(schema, input, registry).Items)
            {
                fixed (byte* start = item.Bytes)
                {
                    var content = new WireCursor(start, start + item.Bytes.Length);
                    AddMissingFields(item.Field!.Message, content, path + Step(item.Field, 0), missing);
                }
            }

            return;
        }

        var present = new HashSet<FieldSchema>();
        for (var ahead = input; !ahead.IsAtEnd;)
        {
            var tag = ahead.ReadTag();
            if (WireOrder.Find(schema, tag, registry) is { } field && !ClosedEnums.IsUnknown(field, tag, ahead))
            {
                present.Add(field);
            }

            ahead.Skip(tag);
        }

        missing.AddRange(schema.Fields.Where(field => field.IsRequired && !present.Contains(field)).Select(field => path + field.Name));
        FieldSchema? last = null;
        var index = 0;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            var field = WireOrder.Find(schema, tag, registry);
            index = field == last ? index + 1 : 0;
            last = field;
            if (field?.Kind is not (FieldKind.Message or FieldKind.Group) || ClosedEnums.IsUnknown(field, tag, input))
            {
                input.Skip(tag);
                continue;
            }

            var content = field.Kind == FieldKind.Group ? input.ReadGroup(tag) : input.ReadDelimited();
            AddMissingFields(field.Message, content, path + Step(field, index), missing);
        }
    }

    private static string Step(FieldSchema field, int index)
    {
        var name = field.IsExtension ? $"({field.ExtensionName})" : field.Name;
        return field.IsRepeated ? string.Create(CultureInfo.InvariantCulture, $"{name}[{index}].") : name + ".";
    }
}
