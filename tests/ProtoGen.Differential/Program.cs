using ProtoGen.Differential.Api;
using ProtoGen.Differential.Descriptors;

if (args is ["api", ..]) return ApiCommand.Run(args[1..]);
if (args.Length > 0) return DescriptorCommand.Run(args);
Console.Error.WriteLine("""
    usage: ProtoGen.Differential ROOT...                       compares what protoc and protogenc make of all .proto files below each ROOT
           ProtoGen.Differential api ROOT... [--only=PREFIX]   compares the public API of the C# that both generate
    """);
return 2;
