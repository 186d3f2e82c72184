namespace ProtoGen.Compiler.Wire;

/// <summary>Tells how a field's value is encoded; the low three bits of a tag.</summary>
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
