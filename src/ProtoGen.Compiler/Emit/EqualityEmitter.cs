using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Fields;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes the expressions that compare all fields with those of another message.</summary>
internal static class EqualityEmitter
{
    /// <summary>
    /// The maximum number of comparisons in one expression. More would save statements but nest the C# compiler's recursion deeply.
    /// </summary>
    private const int ComparisonsPerStatement = 32;

    /// <summary>Writes statements that return false if a field differs, and otherwise return <paramref name="rest"/>.</summary>
    /// <param name="writer">Receives the statements.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="oneofs">The oneofs.</param>
    /// <param name="other">The name of the variable for the other message.</param>
    /// <param name="rest">The last comparison.</param>
    /// <param name="first">The first comparison, or null.</param>
    public static void WriteReturn(
        CodeWriter writer, FieldEmitter[] fields, OneofEmitter[] oneofs, string other, string rest, string? first = null)
    {
        var comparisons = new List<Action<CodeWriter>>();
        if (first is not null) comparisons.Add(to => to.Write(first));
        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                comparisons.Add(to => field.WriteEquality(to, other));
        }

        foreach (var oneof in oneofs) comparisons.Add(to => oneof.WriteEquality(to, other));
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
