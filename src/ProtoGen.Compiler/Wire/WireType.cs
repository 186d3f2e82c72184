namespace ProtoGen.Compiler.Wire;

/// <summary>How a field's value stands in the binary format; the low three bits of a tag.</summary>
internal enum WireType
{
    /// <summary>A number of one to ten bytes.</summary>
    Varint = 0,

    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length, then as many bytes.</summary>
    LengthDelimited = 2,

    /// <summary>The fields of a group follow.</summary>
    StartGroup = 3,

    /// <summary>The end of a group.</summary>
    EndGroup = 4,

    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
