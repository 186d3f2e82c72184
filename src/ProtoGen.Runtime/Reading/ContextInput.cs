#if NET
namespace ProtoGen.Runtime;

/// <summary>The kinds of input that Google.Protobuf makes a context from, and the object that comes before the context.</summary>
internal enum ContextInput
{
    Array,
    Span,
    Sequence,
    Stream,
    CodedInputStream,
}
#endif
