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

    /// <summary>Writes the body of a method that returns whether the message equals <c>other</c>.</summary>
    /// <param name="writer">The writer of the method.</param>
    /// <param name="fields">The fields of the message.</param>
    /// <param name="oneofs">The oneofs of the message.</param>
    /// <param name="rest">The expression that compares everything but the fields.</param>
    /// <param name="mayBeNull">Whether <c>other</c> may be null or the message itself.</param>
    public static void WriteBody(CodeWriter writer, FieldEmitter[] fields, OneofEmitter[] oneofs, string rest, bool mayBeNull)
    {
        var comparisons = new List<Action<CodeWriter>>();
        foreach (var field in fields)
        {
            if (field.Field.OneofIndex < 0)
                comparisons.Add(field.WriteEquality);
        }

        foreach (var oneof in oneofs) comparisons.Add(oneof.WriteEquality);
        // One statement takes the C# compiler less time than three.
        var isOneStatement = comparisons.Count <= ComparisonsPerStatement;
        if (mayBeNull && !isOneStatement)
        {
            writer.WriteLine("if ((object) this == other) return true;");
            writer.WriteLine("if ((object) other == null) return false;");
        }

        var start = 0;
        for (; comparisons.Count - start > ComparisonsPerStatement; start += ComparisonsPerStatement)
        {
            writer.Write("if (!(");
            WriteConjunction(writer, comparisons, start, start + ComparisonsPerStatement);
            writer.WriteLine(")) return false;");
        }

        writer.Write("return ");
        if (mayBeNull && isOneStatement) comparisons.Insert(0, WriteReferenceComparison);
        WriteConjunction(writer, comparisons, start, comparisons.Count);
        writer.WriteLine(comparisons.Count == start ? $"{rest};" : $" && {rest};");
    }

    private static void WriteReferenceComparison(CodeWriter writer) =>
        writer.Write("(object) this == other || (object) other != null");

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
