using System.Text;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>Returns the names that protoc and grpc_csharp_plugin give to generated files.</summary>
public static class OutputFileNames
{
    /// <summary>Returns the name of the file with the messages: <c>MyFileV1.cs</c> for <c>my-file.v1.proto</c>.</summary>
    public static string ForMessages(string protoName) => CSharpNames.FileBaseName(protoName) + ".cs";

    /// <summary>Returns the name of the file with the services: <c>MyFileGrpc.cs</c> for <c>my_file.proto</c>.</summary>
    public static string ForServices(string protoName) => UpperCamel(protoName) + "Grpc.cs";

    /// <summary>
    /// Returns the base name in the spelling of grpc_csharp_plugin: each part between underscores starts with a capital letter.
    /// </summary>
    public static string UpperCamel(string protoName)
    {
        const string extension = ".proto";
        var name = protoName.Substring(protoName.LastIndexOf('/') + 1);
        if (name.EndsWith(extension, StringComparison.Ordinal)) name = name.Substring(0, name.Length - extension.Length);
        var result = new StringBuilder(name.Length);
        foreach (var part in name.Split(['_'], StringSplitOptions.RemoveEmptyEntries))
            result.Append(char.ToUpperInvariant(part[0])).Append(part, 1, part.Length - 1);
        return result.ToString();
    }
}
