namespace ProtoGen.Runtime;

/// <summary>What a <see cref="FieldWriter"/> does where the memory at hand does not suffice.</summary>
internal enum WriterMode
{
    /// <summary>Counts: no memory at all, or too little of it.</summary>
    Count,

    /// <summary>Moves to a larger buffer; where there is none or a large value comes, counts the rest.</summary>
    Scratch,

    /// <summary>As <see cref="Scratch"/>, and abandons all where the output may want the bytes otherwise.</summary>
    Draft,

    /// <summary>Takes no notice of anything more.</summary>
    Abandoned,

    /// <summary>Hands over: the memory is of the size that the message should have.</summary>
    Exact,

    /// <summary>As <see cref="Exact"/>, and nested messages are measured first, as moving them would cost more.</summary>
    Sized,

    /// <summary>Empties the memory into a <see cref="Google.Protobuf.WriteContext"/>; nested messages are measured first.</summary>
    Stream,

    /// <summary>Hashes tags and values; there is no memory.</summary>
    Hash,
}
