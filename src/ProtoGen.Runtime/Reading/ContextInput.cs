#if NET
namespace ProtoGen.Runtime;

/// <summary>The kinds of input that Google.Protobuf makes a context from.</summary>
internal enum ContextInput
{
    Array,
    Span,
    Sequence,
    Stream,
}
#endif
