using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Generators;

/// <summary>Computes the names of the files that protoc's C# generators write.</summary>
internal static class OutputName
{
    /// <summary>
    /// Returns the name, with folders for the namespace below the base namespace; null and an error if the namespace is not below it.
    /// </summary>
    public static string? ByNamespace(FileDescriptor file, string suffix, string? baseNamespace, out string error)
    {
        error = "";
        var name = CSharpNames.FileBaseName(file) + suffix;
        if (baseNamespace is null)
        {
            return name;
        }

        var space = CSharpNames.RawNamespace(file);
        if (baseNamespace.Length > 0 && space != baseNamespace && !space.StartsWith(baseNamespace + ".", StringComparison.Ordinal))
        {
            error = $"Namespace {space} is not a prefix namespace of base namespace {baseNamespace}";
            return null;
        }

        var rest = baseNamespace.Length == 0 ? space : space[Math.Min(space.Length, baseNamespace.Length + 1)..];
        return rest.Length == 0 ? name : rest.Replace('.', '/') + "/" + name;
    }
}
