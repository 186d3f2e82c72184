using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Tool.Generators;
using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Python;

/// <summary>Writes modules that contain the serialized descriptor of a file, and stubs on request (<c>--python_out</c>).</summary>
internal sealed class PythonGenerator : IGenerator
{
    public string? Generate(Generation generation, OutputFolder output)
    {
        var hasStubs = false;
        var isStripped = false;
        string? unknown = null;
        foreach ((var name, _) in GeneratorParameter.Parse(generation.Parameter))
        {
            switch (name)
            {
                case "pyi_out":
                    hasStubs = true;
                    break;
                case "experimental_strip_nonfunctional_codegen":
                    isStripped = true;
                    break;
                // The option requests a record of positions, which is not part of the output.
                case "annotate_code":
                    break;
                default:
                    unknown = name;
                    break;
            }
        }

        if (unknown is not null)
        {
            return $"{generation.Files[0].Name}: Unknown generator option: {unknown}";
        }

        if (hasStubs)
        {
            PyiGenerator.AddStubs(generation.Files, output, isStripped);
        }

        var texts = generation.Files.SelectInParallel(ModuleEmitter.Emit);
        foreach ((var file, var text) in generation.Files.Zip(texts))
        {
            output.Add(PythonNames.ModulePath(file, ".py"), Encoding.UTF8.GetBytes(text));
        }

        return null;
    }
}
