using System.ComponentModel;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>
/// A generated message, described to the runtime by one reading and one writing method that serve every kind of input and
/// output: contiguous memory, and Google.Protobuf's own contexts. Implemented by generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISpanMessage : IBufferMessage
{
    /// <summary>Reads fields into this message until <see cref="SpanReader.ReadTag"/> returns 0 or an end-group tag.</summary>
    /// <param name="reader">Stands at the first field of this message.</param>
    void MergeFrom(ref SpanReader reader);

    /// <summary>Writes all fields that are set, in ascending order of their numbers, without a length before them.</summary>
    /// <param name="writer">Takes the fields.</param>
    void WriteTo(ref SpanWriter writer);
}
