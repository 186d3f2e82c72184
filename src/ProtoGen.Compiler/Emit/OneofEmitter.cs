using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes what a oneof adds to its class beside its fields. The case is kept as the field number.</summary>
internal static class OneofEmitter
{
    public static void Write(CodeWriter writer, OneofModel oneof, MessageModel message)
    {
        var name = oneof.PropertyName;
        writer.Line($"private object{(message.HasNullableAnnotations ? "?" : "")} {oneof.CamelName}_;");
        writer.Line($"private int {oneof.CamelName}Case_;");
        writer.Line($"/// <summary>Enum of possible cases for the \"{oneof.ProtoName}\" oneof.</summary>");
        writer.Open($"public enum {name}OneofCase");
        writer.Line("None = 0,");
        foreach (var index in oneof.Fields) writer.Line($"{message.Fields[index].OneofCaseName} = {message.Fields[index].Number},");
        writer.Close();
        writer.Line($"public {name}OneofCase {name}Case => ({name}OneofCase) {oneof.CamelName}Case_;");
        writer.Line($"public void Clear{name}() {{ {oneof.CamelName}Case_ = 0; {oneof.CamelName}_ = null; }}");
        writer.Line();
    }
}
