using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads a field of a message into its node. Returns false for unknown fields.</summary>
internal delegate bool ReadField<in T>(ref WireReader reader, T node);

/// <summary>Contains the loops and conversions that all node readers share.</summary>
internal static class NodeReading
{
    [ThreadStatic]
    private static int s_depth;

    /// <summary>Reads all fields of a message except unknown ones. Returns false if it is malformed or nested too deeply.</summary>
    public static bool ReadFields<T>(WireReader reader, T node, ReadField<T> readField)
    {
        if (s_depth >= WireReader.DepthLimit) return false;
        s_depth++;
        while (reader.ReadTag())
        {
            if (!readField(ref reader, node)) reader.Skip();
        }

        s_depth--;
        return !reader.Failed;
    }

    /// <summary>Reads a message field. If it is malformed, the reader of the enclosing message fails too.</summary>
    public static bool ReadNested<T>(ref WireReader reader, T node, ReadField<T> readField)
    {
        if (reader.WireType != WireType.LengthDelimited) return false;
        if (!ReadFields(reader.ReadMessage(), node, readField)) reader.Fail();
        return true;
    }

    /// <summary>
    /// Reads a value of an enum whose values are 1 to <paramref name="last"/>. Returns 0 for all others, which protobuf treats as unknown
    /// fields.
    /// </summary>
    public static int ReadEnum(ref WireReader reader, int last)
    {
        var number = (int)reader.ReadVarint();
        return number > 0 && number <= last ? number : 0;
    }

    /// <summary>Reads the values of a repeated integer field, packed or not.</summary>
    public static void ReadIntegers(ref WireReader reader, List<int> values)
    {
        if (reader.WireType != WireType.LengthDelimited)
        {
            values.Add((int)reader.ReadVarint());
            return;
        }

        var packed = reader.ReadMessage();
        while (packed.Remaining > 0 && !packed.Failed) values.Add((int)packed.ReadVarint());
    }
}
