using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonMessageReader
{
    private void ReadArray(FieldSchema field)
    {
        if (Peek() != '[')
            FailField("Expected an array", field);
        _position++;
        Enter();
        SkipWhitespace();
        if (Peek() == ']')
        {
            _position++;
            _depth--;
            return;
        }
        var isLarge = IsLarge;
        var content = 0;
        if (field.IsPacked)
        {
            _output.AddVarint(field.DelimitedTag);
            content = _output.Open(isLarge);
        }
        while (true)
        {
            if (Peek() == 'n' && !field.AcceptsNull)
                FailField("Expected a value, not null, in an array", field);
            if (field.IsPacked)
                ReadPacked(field);
            else
                ReadSingular(field);
            if (!NextElement((byte)']'))
                break;
        }
        if (field.IsPacked)
            _output.Close(content, isLarge);
    }

    /// <summary>Reads a comma and returns true, or reads the closing bracket and returns false.</summary>
    private bool NextElement(byte close)
    {
        SkipWhitespace();
        var next = Peek();
        if (next == ',')
        {
            _position++;
            SkipWhitespace();
            return true;
        }
        if (next != close)
            FailSyntax(close == ']' ? "Expected ',' or ']'" : "Expected ',' or '}'");
        _position++;
        _depth--;
        return false;
    }

    private void ReadMap(FieldSchema field)
    {
        if (Peek() != '{')
            FailField("Expected an object", field);
        _position++;
        Enter();
        SkipWhitespace();
        if (Peek() == '}')
        {
            _position++;
            _depth--;
            return;
        }
        var keyField = field.MapKey;
        var valueField = field.MapValue;
        var keys = new MapKeys();
        if (++_wireDepth > DeepestMessage)
            DeepestMessage = _wireDepth;
        do
        {
            if (Peek() != '"')
                FailSyntax("Expected a key in double quotes");
            ReadEntry(field, keyField, valueField, ref keys);
        }
        while (NextElement((byte)'}'));
        _wireDepth--;
        keys.Dispose();
    }

    private void ReadEntry(FieldSchema field, FieldSchema keyField, FieldSchema valueField, ref MapKeys keys)
    {
        var entry = _output.Length;
        _output.AddVarint(field.ElementTag);
        var isLarge = IsLarge;
        var content = _output.Open(isLarge);
        var start = _position;
        var key = ReadText();
        if (!keys.TryAdd(key))
            FailAt(start, $"The map has the key '{Encoding.UTF8.GetString(key)}' twice");
        WriteKey(keyField, key, start);
        ReadColon("a key");
        if (Peek() == 'n' && !valueField.AcceptsNull)
            FailField("Expected a value, not null, in a map", field);
        if (ReadSingular(valueField))
            _output.Close(content, isLarge);
        else
            _output.Length = entry;
    }

    private void WriteKey(FieldSchema field, ReadOnlySpan<byte> key, byte* start)
    {
        _output.AddVarint(field.ElementTag);
        switch (field.Kind)
        {
            case FieldKind.String:
                _output.AddVarint((uint)key.Length);
                _output.Add(key);
                break;
            case FieldKind.Bool:
                if (key.SequenceEqual("true"u8))
                    _output.Add(1);
                else if (key.SequenceEqual("false"u8))
                    _output.Add(0);
                else
                    FailAt(start, $"Expected the key \"true\" or \"false\", not '{Encoding.UTF8.GetString(key)}'");
                break;
            default:
                fixed (byte* text = key)
                {
                    var position = text;
                    if (JsonNumber.TryReadShortInteger(ref position, text + key.Length, out var isNegative, out var magnitude)
                        && position == text + key.Length)
                    {
                        WriteInteger(field, isNegative, magnitude, start);
                        break;
                    }

                    // Decimals and exponents are invalid in a key: otherwise one key could be written in two ways.
                    if (key.IsEmpty || JsonNumber.FindEnd(text, text + key.Length) != text + key.Length
                        || key.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
                    {
                        FailAt(start, $"Expected a number as key, not '{Encoding.UTF8.GetString(key)}'");
                    }
                }
                WriteInteger(field, key, start);
                break;
        }
    }

    private void Enter()
    {
        if (++_depth > _depthLimit)
            throw ProtoErrors.InvalidMessage($"The JSON is nested more deeply than the limit of {_depthLimit} levels{Location(_position)}");
    }
}
