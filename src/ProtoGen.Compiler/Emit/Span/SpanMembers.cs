using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>Writes reading, writing and sizes of a message by ProtoGen.Runtime's readers and writers.</summary>
internal static class SpanMembers
{
    public static void Write(CodeWriter writer, MessageModel message)
    {
        _ = writer;
        _ = message;
    }
}
