using ProtoGen.Differential;
using ProtoGen.Differential.Api;
using ProtoGen.Differential.Descriptors;

bool comparesCSharp = args is ["api", ..];
if (CorpusArguments.Parse(comparesCSharp ? args[1..] : args) is not { } arguments) return 2;
if (arguments.Roots.Count > 0) return comparesCSharp ? ApiCommand.Run(arguments) : DescriptorCommand.Run(arguments);
Console.Error.WriteLine("""
    usage: ProtoGen.Differential ROOT... [-IDIR...] [--only=PREFIX]       compares what protoc and protogenc make of all .proto files below each ROOT
           ProtoGen.Differential api ROOT... [-IDIR...] [--only=PREFIX]   compares the public API of the C# that both generate, and the descriptors in it
    """);
return 2;
