namespace ProtoGen.Runtime;

/// <summary>The ways in which a <see cref="FieldWriter"/> continues when its buffer is too small.</summary>
/// <remarks>The first four modes fill in the length of a nested message after its content.</remarks>
internal enum WriterMode
{
    /// <summary>Moves to a larger buffer. If there is none, or for a large value, counts the rest.</summary>
    Scratch,

    /// <summary>Like <see cref="Scratch"/>, but abandons the attempt if the output may require other bytes.</summary>
    Draft,

    /// <summary>Writes to the buffer of a <see cref="Google.Protobuf.WriteContext"/>, which may be too small.</summary>
    Direct,

    /// <summary>Writes to a buffer of exactly the size of the message.</summary>
    Exact,

    /// <summary>Counts bytes only: the buffer is empty or too small.</summary>
    Count,

    /// <summary>Ignores all further values, because the attempt to write has failed.</summary>
    Abandoned,

    /// <summary>Like <see cref="Exact"/>, but measures nested messages first, because moving them would cost more.</summary>
    Sized,

    /// <summary>Flushes the buffer into a <see cref="Google.Protobuf.WriteContext"/>; measures nested messages first.</summary>
    Stream,

    /// <summary>Hashes tags and values and stores nothing.</summary>
    Hash,
}
