using System.Reflection;

namespace ProtoGen.Benchmarks.Compiler;

/// <summary>The programs that are measured, and what they work on.</summary>
/// <param name="Protoc">protoc of the Grpc.Tools package.</param>
/// <param name="GrpcPlugin">grpc_csharp_plugin of the same package.</param>
/// <param name="Include">The folder of google/protobuf/*.proto.</param>
/// <param name="Protogenc">protogenc, built beside this program.</param>
/// <param name="Corpus">The import root of the corpus.</param>
internal sealed record CompilerTools(string Protoc, string GrpcPlugin, string Include, string Protogenc, string Corpus)
{
    /// <summary>Finds them, or says what is missing.</summary>
    public static CompilerTools? Find(string[] args)
    {
        var package = typeof(CompilerTools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "GrpcToolsPath").Value!;
        var native = Path.Combine(package, "tools", "linux_x64");
        var corpus = args.Length > 0 ? args[0] : Path.Combine("artifacts", "npm", "node_modules", "google-proto-files");
        if (!Directory.Exists(corpus))
        {
            Console.Error.WriteLine($"{corpus} is missing: run tests/setup.sh, and this from the repository's folder.");
            return null;
        }

        return new CompilerTools(
            Path.Combine(native, "protoc"),
            Path.Combine(native, "grpc_csharp_plugin"),
            Path.Combine(package, "build", "native", "include"),
            Path.Combine(AppContext.BaseDirectory, "protogenc.dll"),
            Path.GetFullPath(corpus));
    }
}
