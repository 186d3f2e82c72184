using ProtoGen.Testing;

namespace ProtoGen.Benchmarks.Compiler;

/// <summary>The programs that the suite measures, and their input.</summary>
/// <param name="Protoc">protoc of the package Google.Protobuf.Tools.</param>
/// <param name="GrpcPlugin">grpc_csharp_plugin of the package Grpc.Tools.</param>
/// <param name="Include">The folder of google/protobuf/*.proto.</param>
/// <param name="Protogenc">protogenc, built beside this program.</param>
/// <param name="Corpus">The import root of the corpus.</param>
internal sealed record CompilerTools(string Protoc, string GrpcPlugin, string Include, string Protogenc, string Corpus)
{
    /// <summary>Finds the programs. Reports a missing corpus and returns null.</summary>
    public static CompilerTools? Find(string[] args)
    {
        var corpus = args.Length > 0 ? args[0] : Repository.GoogleApis;
        if (!Directory.Exists(corpus))
        {
            Console.Error.WriteLine($"{corpus} is missing: run tests/setup.sh.");
            return null;
        }

        return new CompilerTools(
            Testing.Protoc.Program,
            Testing.Protoc.GrpcCSharpPlugin,
            Testing.Protoc.IncludePath,
            Path.Combine(AppContext.BaseDirectory, "protogenc.dll"),
            Path.GetFullPath(corpus));
    }
}
