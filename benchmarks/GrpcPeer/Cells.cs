using System.Diagnostics;
using Peer;

namespace ProtoGen.Benchmarks.GrpcPeer;

/// <summary>Runs one kind of call with one message for a while.</summary>
internal sealed class Cells(Echo.EchoClient client)
{
    private const int MessagesOfAStream = 200;

    /// <summary>Returns the number of messages that were answered, or that a stream transferred.</summary>
    public Task<long> RunAsync(string kind, string payload, TimeSpan time) => kind switch
    {
        "unary1" => CallAsync(payload, time),
        "unary64" => CallInParallelAsync(payload, time),
        "download" => DownloadAsync(payload, time),
        "upload" => UploadAsync(payload, time),
        _ => throw new ArgumentException($"There is no kind '{kind}'."),
    };

    private async Task<long> CallInParallelAsync(string payload, TimeSpan time)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => CallAsync(payload, time))));
        return counts.Sum();
    }

    private async Task<long> CallAsync(string payload, TimeSpan time)
    {
        var request = Payloads.Get(payload);
        var count = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; count++) await client.UnaryAsync(request);
        return count;
    }

    private async Task<long> DownloadAsync(string payload, TimeSpan time)
    {
        var count = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            using var call = client.Download(new Count { Payload = payload, Messages = MessagesOfAStream });
            while (await call.ResponseStream.MoveNext(CancellationToken.None)) count++;
        }

        return count;
    }

    private async Task<long> UploadAsync(string payload, TimeSpan time)
    {
        var message = Payloads.Get(payload);
        var count = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            using var call = client.Upload();
            for (var i = 0; i < MessagesOfAStream; i++) await call.RequestStream.WriteAsync(message);
            await call.RequestStream.CompleteAsync();
            count += (await call).Messages;
        }

        return count;
    }
}
