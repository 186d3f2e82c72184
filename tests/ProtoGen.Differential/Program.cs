using ProtoGen.Differential;
using ProtoGen.Differential.Api;
using ProtoGen.Differential.Descriptors;

var command = args is ["api" or "nullable" or "python", ..] ? args[0] : "";
if (CorpusArguments.Parse(command.Length > 0 ? args[1..] : args) is not { } arguments) return 2;
if (arguments.Roots.Count > 0)
{
    return command switch
    {
        "api" or "nullable" => ApiCommand.Run(arguments, nullable: command == "nullable"),
        "python" => DescriptorCommand.Run(arguments, CompilerOutput.Python),
        _ => DescriptorCommand.Run(arguments, CompilerOutput.Descriptors, CompilerOutput.SourceInfo),
    };
}

Console.Error.WriteLine("""
    usage: ProtoGen.Differential ROOT... [-IDIR...] [--only=PREFIX]          compares the results of protoc and protogenc for all .proto files below each ROOT
           ProtoGen.Differential python ROOT... [-IDIR...] [--only=PREFIX]   compares the Python modules and stubs that both generate
           ProtoGen.Differential api ROOT... [-IDIR...] [--only=PREFIX]      compares the public API of the C# that both generate, and the descriptors in it
           ProtoGen.Differential nullable ROOT... [-IDIR...] [--only=PREFIX] the same for the files rewritten to edition 2026 with nullable annotations
    """);
return 2;
