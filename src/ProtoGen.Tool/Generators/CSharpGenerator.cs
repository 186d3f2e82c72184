using System.Text;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Tool.Output;

namespace ProtoGen.Tool.Generators;

/// <summary>Writes the C# of messages (<c>--csharp_out</c>).</summary>
internal sealed class CSharpGenerator : IGenerator
{
    private static readonly char[] BannedInNamespaces = ";{}()'\"`$#=<>|&[]/\\@\n\r!?*~^%,\0".ToCharArray();

    public string? Generate(Generation generation, OutputFolder output)
    {
        foreach (var file in generation.Files)
        {
            var options = CSharpOptions.Default;
            foreach ((var name, var value) in GeneratorParameter.Parse(generation.Parameter))
            {
                if (Apply(options, name, value) is not { } changed)
                {
                    return $"{file.Name}: Unknown generator option: {name}";
                }

                options = changed;
            }

            if (FindBannedCharacter(file.CSharpNamespace) is { } banned)
            {
                return $"{file.Name}: Invalid character in csharp_namespace option: character '{banned}' is not allowed because it could enable code injection.";
            }

            if (OutputName.ByNamespace(file, options.FileExtension, options.BaseNamespace, out var error) is not { } path)
            {
                return $"{file.Name}: {error}";
            }

            output.Add(path, Encoding.UTF8.GetBytes(MessagesEmitter.Emit(CSharpModelBuilder.Build(file, options))));
        }

        return null;
    }

    private static char? FindBannedCharacter(string? space)
    {
        var index = space?.IndexOfAny(BannedInNamespaces) ?? -1;
        return index < 0 ? null : space![index];
    }

    private static CSharpOptions? Apply(CSharpOptions options, string name, string value) => name switch
    {
        "file_extension" => options with { FileExtension = value },
        "base_namespace" => options with { BaseNamespace = value },
        "internal_access" => options with { InternalAccess = true },
        "serializable" => options with { Serializable = true },
        "experimental_strip_nonfunctional_codegen" => options with { StripNonfunctional = true },
        _ => null,
    };
}
