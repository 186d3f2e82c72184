namespace ProtoGen.Compiler.Wire;

/// <summary>The ways to encode a field's value, with the numbers that the low three bits of a tag contain.</summary>
internal enum WireType
{
    /// <summary>A number of one to ten bytes.</summary>
    Varint = 0,

    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length, followed by that many bytes.</summary>
    LengthDelimited = 2,

    /// <summary>The fields of a group follow.</summary>
    StartGroup = 3,

    /// <summary>The end of a group.</summary>
    EndGroup = 4,

    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
