using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Writes the static field that identifies an extension.</summary>
internal static class ExtensionEmitter
{
    public static void Write(CodeWriter writer, FieldModel extension)
    {
        var isRepeated = extension.Cardinality == FieldCardinality.Repeated;
        var type = $"pb::{(isRepeated ? "RepeatedExtension" : "Extension")}<{extension.ExtendedTypeName}, {extension.Value.TypeName}>";
        var codec = WireCalls.Codec(extension.Value, extension.Tag, withDefault: !isRepeated);
        DocComment.Write(writer, extension.Comment);
        TypeAttributes.WriteObsolete(writer, extension.IsObsolete);
        var modifier = extension.HidesInherited ? "new " : "";
        writer.WriteLine($"public static {modifier}readonly {type} {extension.PropertyName} = new {type}({extension.Number}, {codec});");
    }
}
