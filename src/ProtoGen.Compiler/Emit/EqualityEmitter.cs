using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes the expressions that compare all fields with those of <c>other</c>.</summary>
internal static class EqualityEmitter
{
    /// <summary>
    /// The maximum number of comparisons in one expression. More would save statements but nest the C# compiler's recursion deeply.
    /// </summary>
    private const int ComparisonsPerStatement = 32;

    /// <summary>Writes statements that return false if a field differs, and otherwise return <paramref name="rest"/>.</summary>
    public static void WriteReturn(CodeWriter writer, FieldEmitter[] fields, OneofEmitter[] oneofs, string rest)
    {
        var comparisons = new List<Action<CodeWriter>>();
        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                comparisons.Add(field.WriteEquality);
        }

        foreach (var oneof in oneofs) comparisons.Add(oneof.WriteEquality);
        var start = 0;
        for (; comparisons.Count - start > ComparisonsPerStatement; start += ComparisonsPerStatement)
        {
            writer.Write("if (!(");
            WriteConjunction(writer, comparisons, start, start + ComparisonsPerStatement);
            writer.WriteLine(")) return false;");
        }

        writer.Write("return ");
        WriteConjunction(writer, comparisons, start, comparisons.Count);
        writer.WriteLine(comparisons.Count == start ? $"{rest};" : $" && {rest};");
    }

    private static void WriteConjunction(CodeWriter writer, List<Action<CodeWriter>> comparisons, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start)
            {
                writer.WriteLine();
                writer.Write("  && ");
            }

            comparisons[i](writer);
        }
    }
}
