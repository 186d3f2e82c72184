namespace ProtoGen.Benchmarks.Grpc;

/// <summary>A client of the service, by one means or another. Each answer is checked as far as that costs nothing.</summary>
internal interface IExchange
{
    /// <summary>One request, one response.</summary>
    Task EchoAsync(Item item);

    /// <summary>One request, so many responses.</summary>
    Task DownloadAsync(Item item, int count);

    /// <summary>So many requests, one response.</summary>
    Task UploadAsync(Item item, int count);

    /// <summary>Requests and responses by turns.</summary>
    Task ChatAsync(Item item, int count);
}
