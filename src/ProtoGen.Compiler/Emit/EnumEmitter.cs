using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes an enum.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter writer, EnumModel type, CSharpOptions options)
    {
        DocComment.Write(writer, type.Comment);
        if (type.IsObsolete) writer.Line("[global::System.ObsoleteAttribute]");
        writer.Line(MessagesEmitter.GeneratedCodeAttribute);
        writer.Open($"{MessagesEmitter.Access(options)} enum {type.Name}");
        foreach (var value in type.Values)
        {
            DocComment.Write(writer, value.Comment);
            if (value.IsObsolete) writer.Line("[global::System.ObsoleteAttribute]");
            var alias = value.IsAlias ? ", PreferredAlias = false" : "";
            writer.Line($"[pbr::OriginalName(\"{value.OriginalName}\"{alias})] {value.Name} = {value.Number},");
        }

        writer.Close();
        writer.Line();
    }
}
