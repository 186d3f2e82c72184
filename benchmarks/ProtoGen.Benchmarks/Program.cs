using ProtoGen.Benchmarks.Build;
using ProtoGen.Benchmarks.Chart;
using ProtoGen.Benchmarks.Compiler;
using ProtoGen.Benchmarks.Csc;
using ProtoGen.Benchmarks.Generator;
using ProtoGen.Benchmarks.Grpc;
using ProtoGen.Benchmarks.Json;
using ProtoGen.Benchmarks.Messages;
using ProtoGen.Benchmarks.Size;
using ProtoGen.Benchmarks.StartUp;

// Each suite gets the rest of the command line and returns the exit code.
var suites = new Dictionary<string, Func<string[], int>>
{
    ["build"] = BuildSuite.Run,
    ["chart"] = ChartCommand.Run,
    ["compiler"] = CompilerSuite.Run,
    ["csc"] = CscSuite.Run,
    ["generator"] = GeneratorSuite.Run,
    ["grpc"] = GrpcSuite.Run,
    ["json"] = JsonSuite.Run,
    ["messages"] = MessagesSuite.Run,
    ["size"] = SizeSuite.Run,
    ["startup"] = StartUpSuite.Run,
};

if (args.Length > 0 && suites.TryGetValue(args[0], out var run))
    return run(args[1..]);
Console.Error.WriteLine("usage: ProtoGen.Benchmarks " + string.Join('|', suites.Keys));
return 2;
