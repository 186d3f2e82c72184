using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads one field of a message into its node; false for fields that it doesn't know.</summary>
internal delegate bool ReadField<in T>(ref WireReader reader, T node);

/// <summary>What all readers of nodes share: the loop over a message's fields.</summary>
internal static class NodeReading
{
    /// <summary>The deepest nesting that is read; protoc's own limit.</summary>
    private const int DepthLimit = 100;

    [ThreadStatic]
    private static int s_depth;

    /// <summary>Reads all fields of a message; unknown ones are left out. False if it is malformed or nested too deep.</summary>
    public static bool ReadFields<T>(WireReader reader, T node, ReadField<T> readField)
    {
        if (s_depth >= DepthLimit) return false;
        s_depth++;
        while (reader.ReadTag())
        {
            if (!readField(ref reader, node)) reader.Skip();
        }

        s_depth--;
        return !reader.Failed;
    }

    /// <summary>Reads a message that is the value of a field; what is wrong in it is wrong in the message around it.</summary>
    public static bool ReadNested<T>(ref WireReader reader, T node, ReadField<T> readField)
    {
        if (reader.WireType != WireType.LengthDelimited) return false;
        if (!ReadFields(reader.ReadMessage(), node, readField)) reader.Fail();
        return true;
    }

    /// <summary>Reads a value of an enum; null if it is none of those that are known, which protobuf sets aside. 0 stands for none in all of them.</summary>
    public static T? ReadEnum<T>(ref WireReader reader)
        where T : struct, Enum
    {
        var number = (int)reader.ReadVarint();
        return number != 0 && Enum.IsDefined(typeof(T), number) ? (T)Enum.ToObject(typeof(T), number) : null;
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
