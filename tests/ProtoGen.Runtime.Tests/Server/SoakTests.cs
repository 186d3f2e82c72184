using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>Looks at the memory of the whole process, so that nothing else may run beside it.</summary>
[Collection("Alone")]
public class SoakTests
{
    [Fact]
    public async Task ThousandsOfCallsOfEveryOutcomeLeaveNothingBehind()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("PROTOGEN_SOAK_CALLS") ?? "4000", null);
        await using var server = await TestServer.StartUnaryAsync(async (text, context) => text switch
        {
            "throw" => throw new RpcException(new Status(StatusCode.Aborted, "as asked")),
            "wait" => await Task.Delay(50, context.CancellationToken).ContinueWith(_ => text, TaskScheduler.Default),
            _ => text,
        });
        await CallManyAsync(server, 1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await CallManyAsync(server, count);

        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after - before, -100_000_000, 4_000_000);
    }

    private static Task CallManyAsync(TestServer server, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = 16 },
        async (i, _) =>
        {
            var (text, expected) = (i % 10) switch
            {
                0 => ("throw", StatusCode.Aborted),
                1 when i % 100 == 1 => ("wait", StatusCode.DeadlineExceeded),
                _ => ("x", StatusCode.OK),
            };
            var answer = await server.CallAsync(TestMethods.Unary, text, ("grpc-timeout", text == "wait" ? "5m" : "1H"));
            Assert.Equal(expected, answer.Status);
        });

    [CollectionDefinition("Alone", DisableParallelization = true)]
    public class Alone;
}
