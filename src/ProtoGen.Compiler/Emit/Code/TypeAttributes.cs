namespace ProtoGen.Compiler.Emit.Code;

/// <summary>Writes the attributes of generated types and members.</summary>
internal static class TypeAttributes
{
    private const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode(\"ProtoGen\", null)";

    /// <summary>Writes the attribute of a generated type without code to step into.</summary>
    public static void WriteGeneratedCode(CodeWriter writer) => writer.WriteLine($"[{GeneratedCode}]");

    /// <summary>Writes the attributes of a generated type, for tools and for the debugger.</summary>
    public static void WriteGeneratedNonUserCode(CodeWriter writer) =>
        writer.WriteLine($"[{GeneratedCode}, global::System.Diagnostics.DebuggerNonUserCode]");

    /// <summary>Writes <c>[Obsolete]</c> for a deprecated element.</summary>
    public static void WriteObsolete(CodeWriter writer, bool isObsolete)
    {
        if (isObsolete) writer.WriteLine("[global::System.ObsoleteAttribute]");
    }
}
