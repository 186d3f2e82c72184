using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes an enum.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter writer, EnumModel type, CSharpOptions options)
    {
        DocComment.Write(writer, type.Comment);
        TypeAttributes.WriteObsolete(writer, type.IsObsolete);
        TypeAttributes.WriteGeneratedCode(writer);
        writer.OpenBlock($"{MessagesEmitter.Access(options)} enum {type.Name}");
        foreach (var value in type.Values)
        {
            DocComment.Write(writer, value.Comment);
            TypeAttributes.WriteObsolete(writer, value.IsObsolete);
            var alias = value.IsAlias ? ", PreferredAlias = false" : "";
            writer.WriteLine($"[pbr::OriginalName(\"{value.OriginalName}\"{alias})] {value.Name} = {value.Number},");
        }

        writer.CloseBlock();
        writer.WriteLine();
    }
}
