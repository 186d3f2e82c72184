using System.Text;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Services;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Generators;

/// <summary>Writes the C# of services for Grpc.Core, equal to that of grpc_csharp_plugin (<c>--grpc_out</c>).</summary>
internal sealed class GrpcGenerator : IGenerator
{
    public string? Generate(Generation generation, OutputFolder output)
    {
        var settings = new Settings();
        foreach ((var name, var value) in GeneratorParameter.Parse(generation.Parameter))
        {
            if (!settings.TryApply(name, value))
            {
                return $"{generation.Files[0].Name}: Unknown generator option: {name}";
            }
        }

        foreach (var file in generation.Files)
        {
            if (ServicesModelBuilder.Build(file, settings.Options) is not { } model
                || ServicesEmitter.Emit(model) is not { Length: > 0 } text)
            {
                continue;
            }

            var path = settings.BaseNamespace is null
                ? OutputFileNames.UpperCamel(file.Name) + settings.FileSuffix
                : OutputName.ByNamespace(file, settings.FileSuffix, settings.BaseNamespace, out var error);
            if (path is null)
            {
                return $"{file.Name}: Namespace does not begin with base_namespace {settings.BaseNamespace}";
            }

            output.Add(path, Encoding.UTF8.GetBytes(text));
        }

        return null;
    }

    private sealed class Settings
    {
        public ServicesOptions Options { get; private set; } = ServicesOptions.Default;

        public string FileSuffix { get; private set; } = "Grpc.cs";

        public string? BaseNamespace { get; private set; }

        public bool TryApply(string name, string value)
        {
            switch (name)
            {
                case "no_client":
                    Options = Options with { EmitClient = false };
                    return true;
                case "no_server":
                    Options = Options with { EmitServer = false };
                    return true;
                case "internal_access":
                    Options = Options with { InternalAccess = true };
                    return true;
                case "file_suffix":
                    FileSuffix = value;
                    return true;
                case "base_namespace":
                    BaseNamespace = value;
                    return true;
                default:
                    return false;
            }
        }
    }
}
