#if NET
namespace ProtoGen.Runtime;

/// <summary>
/// The kinds of input from which Google.Protobuf creates a context, and the <see cref="Google.Protobuf.CodedInputStream"/> that it creates
/// before the context for an array or a stream.
/// </summary>
internal enum ContextInput
{
    Array,
    Span,
    Sequence,
    Stream,
    CodedInputStream,
}
#endif
