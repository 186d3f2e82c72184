using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Tool.Generators;
using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Python;

/// <summary>Writes stubs that contain the types of a module for type checkers and editors (<c>--pyi_out</c>).</summary>
internal sealed class PyiGenerator : IGenerator
{
    public string? Generate(Generation generation, OutputFolder output)
    {
        var isStripped = false;
        string? path = null;
        foreach ((var name, _) in GeneratorParameter.Parse(generation.Parameter))
        {
            if (name == "experimental_strip_nonfunctional_codegen")
            {
                isStripped = true;
            }
            else if (name.EndsWith(".pyi", StringComparison.Ordinal))
            {
                path = name;
            }
            // The option requests a record of positions, which is not part of the output.
            else if (name != "annotate_code")
            {
                return $"{generation.Files[0].Name}: Unknown generator option: {name}";
            }
        }

        AddStubs(generation.Files, output, isStripped, path);
        return null;
    }

    /// <summary>Adds the stub of each file.</summary>
    /// <param name="files">The input files.</param>
    /// <param name="output">The folder to which the stubs are added.</param>
    /// <param name="isStripped">Whether imports of files that define language features are omitted.</param>
    /// <param name="path">The name for the stub; null to derive it from the file's name.</param>
    public static void AddStubs(IReadOnlyList<FileDescriptor> files, OutputFolder output, bool isStripped, string? path = null)
    {
        var texts = files.SelectInParallel(file => StubEmitter.Emit(file, isStripped));
        foreach ((var file, var text) in files.Zip(texts))
        {
            output.Add(path ?? PythonNames.ModulePath(file, ".pyi"), Encoding.UTF8.GetBytes(text));
        }
    }
}
