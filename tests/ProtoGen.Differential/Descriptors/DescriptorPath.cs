using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Differential.Descriptors;

/// <summary>Describes the first difference of two serialized FileDescriptorProtos as a path of field names.</summary>
internal static class DescriptorPath
{
    private static readonly Dictionary<(string Type, int Number), (string Name, string Type)> Messages = new()
    {
        [("file", 4)] = ("message_type", "message"),
        [("file", 5)] = ("enum_type", "enum"),
        [("file", 6)] = ("service", "service"),
        [("file", 7)] = ("extension", "field"),
        [("file", 8)] = ("options", "options"),
        [("file", 9)] = ("source_code_info", "info"),
        [("info", 1)] = ("location", "location"),
        [("message", 2)] = ("field", "field"),
        [("message", 3)] = ("nested_type", "message"),
        [("message", 4)] = ("enum_type", "enum"),
        [("message", 5)] = ("extension_range", "range"),
        [("message", 6)] = ("extension", "field"),
        [("message", 7)] = ("options", "options"),
        [("message", 8)] = ("oneof_decl", "oneof"),
        [("message", 9)] = ("reserved_range", "reserved"),
        [("field", 8)] = ("options", "options"),
        [("oneof", 2)] = ("options", "options"),
        [("enum", 2)] = ("value", "value"),
        [("enum", 3)] = ("options", "options"),
        [("value", 3)] = ("options", "options"),
        [("range", 3)] = ("options", "options"),
        [("service", 2)] = ("method", "method"),
        [("service", 3)] = ("options", "options"),
        [("method", 4)] = ("options", "options"),
    };

    public static string Describe(byte[] expected, byte[] actual) => Describe("file", expected, actual);

    private static string Describe(string type, byte[] expected, byte[] actual)
    {
        var left = Split(expected);
        var right = Split(actual);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            if (i >= left.Count || i >= right.Count || left[i].Number != right[i].Number)
            {
                return $".{type}: protoc has {Name(type, left, i)}, we have {Name(type, right, i)}";
            }

            var number = left[i].Number;
            var index = counts.GetValueOrDefault(number);
            counts[number] = index + 1;
            if (!left[i].Value.AsSpan().SequenceEqual(right[i].Value))
            {
                return Messages.TryGetValue((type, number), out var field)
                    ? $".{field.Name}[{index}]{Describe(field.Type, left[i].Value, right[i].Value)}"
                    : $".{number}[{index}]: protoc {Show(left[i].Value)}, we {Show(right[i].Value)}";
            }
        }

        return ": same fields, other bytes";
    }

    private static string Name(string type, List<(int Number, byte[] Value)> fields, int index)
    {
        if (index >= fields.Count)
        {
            return "nothing more";
        }

        (var number, var value) = fields[index];
        return $"field {(Messages.TryGetValue((type, number), out var field) ? field.Name : number)} = {Show(value)}";
    }

    private static string Show(byte[] value)
    {
        var text = value.All(b => b is >= 32 and < 127) && value.Length > 0
            ? System.Text.Encoding.ASCII.GetString(value)
            : Convert.ToHexString(value);
        return text.Length > 120 ? text[..120] + "…" : text;
    }

    private static List<(int Number, byte[] Value)> Split(byte[] message)
    {
        var fields = new List<(int, byte[])>();
        var reader = new WireReader(message);
        while (reader.ReadTag())
        {
            var number = reader.FieldNumber;
            if (reader.WireType == WireType.LengthDelimited)
            {
                fields.Add((number, reader.ReadBytes()));
            }
            else
            {
                var start = reader.Position;
                reader.Skip();
                fields.Add((number, message[start..reader.Position]));
            }
        }

        return fields;
    }
}
