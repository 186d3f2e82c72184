using System.Globalization;
using ProtoGen.Grpc;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>
/// A million calls over one channel, 64 at a time, of every kind and outcome: most succeed, some are cancelled at once, some pass
/// their deadline, some streams are dropped after the first message. Prints what both processes hold on the way, which must not grow.
/// </summary>
internal static class GrpcSoak
{
    private const int Concurrency = 64;
    private const int Stages = 10;

    private static readonly Item _item = new() { Id = 1, Name = "soak" };

    public static async Task RunAsync(int calls)
    {
        using var server = new ServerProcess();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new Exchange.ExchangeClient(channel);
        Console.WriteLine("| calls | not OK | client heap KB | server heap KB | client MB | server MB |\n|---|---|---|---|---|---|");
        var failed = 0;
        for (var stage = 0; stage <= Stages; stage++)
        {
            Report(stage * (calls / Stages), failed, ProcessMemory.OfThisProcess(), server.GetMemory());
            if (stage == Stages)
                break;
            await Parallel.ForAsync(
                0, calls / Stages, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (number, _) =>
                {
                    if (!await TryCallAsync(client, number))
                        Interlocked.Increment(ref failed);
                });
        }
    }

    private static async Task<bool> TryCallAsync(Exchange.ExchangeClient client, int number)
    {
        try
        {
            switch (number % 20)
            {
                case 0:
                    using (var cancellation = new CancellationTokenSource())
                    {
                        using var call = client.EchoAsync(_item, cancellationToken: cancellation.Token);
                        cancellation.Cancel();
                        await call;
                    }
                    break;
                case 1:
                    using (var call = client.Chat(deadline: DateTime.UtcNow.AddMilliseconds(2)))
                        await call.ResponseStream.MoveNext(default);
                    break;
                case 2:
                    using (var call = client.Download(new Order { Item = _item, Count = 10 }))
                        await call.ResponseStream.MoveNext(default);
                    return false;
                default:
                    await client.EchoAsync(_item, deadline: DateTime.UtcNow.AddSeconds(30));
                    break;
            }
            return true;
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded)
        {
            return false;
        }
    }

    private static void Report(int calls, int failed, ProcessMemory client, ProcessMemory server) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {calls} | {failed} | {client.HeapBytes >> 10} | {server.HeapBytes >> 10} | {client.ResidentBytes >> 20} | {server.ResidentBytes >> 20} |"));
}
