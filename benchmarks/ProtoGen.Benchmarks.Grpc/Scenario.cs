namespace ProtoGen.Benchmarks.Grpc;

/// <summary>One line of the table.</summary>
/// <param name="Name">What is called, with how many at a time and messages of which size.</param>
/// <param name="Concurrency">Calls at a time.</param>
/// <param name="Messages">Messages of one call: what is counted.</param>
/// <param name="Item">The message.</param>
/// <param name="CallAsync">Makes one call.</param>
internal sealed record Scenario(
    string Name, int Concurrency, int Messages, Item Item, Func<IExchange, Scenario, Task> CallAsync)
{
    private const int ConcurrentUnary = 64;
    private const int ConcurrentStreams = 4;
    private const int ConcurrentChats = 16;

    private static readonly Item _small = new() { Id = 123456, Name = "a small item", Price = 12.5, Available = true, Stock = 42 };

    private static readonly Item _large =
        new() { Id = 123456, Name = "an item with a picture", Picture = Google.Protobuf.ByteString.CopyFrom(new byte[64 * 1024]) };

    public static IReadOnlyList<Scenario> All { get; } = [.. Of("small", _small, 1000), .. Of("64 KB", _large, 50)];

    private static IEnumerable<Scenario> Of(string size, Item item, int messages)
    {
        yield return new($"unary, 1, {size}", 1, 1, item, static (exchange, it) => exchange.EchoAsync(it.Item));
        yield return new($"unary, {ConcurrentUnary}, {size}", ConcurrentUnary, 1, item, static (exchange, it) => exchange.EchoAsync(it.Item));
        yield return new(
            $"server streaming, {ConcurrentStreams}, {size}", ConcurrentStreams, messages, item,
            static (exchange, it) => exchange.DownloadAsync(it.Item, it.Messages));
        yield return new(
            $"client streaming, {ConcurrentStreams}, {size}", ConcurrentStreams, messages, item,
            static (exchange, it) => exchange.UploadAsync(it.Item, it.Messages));
        yield return new(
            $"duplex, {ConcurrentChats}, {size}", ConcurrentChats, messages / 10, item,
            static (exchange, it) => exchange.ChatAsync(it.Item, it.Messages));
    }
}
