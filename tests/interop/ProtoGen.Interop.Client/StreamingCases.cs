using Grpc.Core;
using Grpc.Testing;
using static ProtoGen.Interop.Client.UnaryCases;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace ProtoGen.Interop.Client;

internal static class StreamingCases
{
    private static readonly int[] RequestSizes = [27182, 8, 1828, 45904];
    private static readonly int[] ResponseSizes = [31415, 9, 2653, 58979];

    public static async Task ClientStreamingAsync(TestClient client)
    {
        using var call = client.StreamingInputCall();
        foreach (var size in RequestSizes)
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = CreateZeros(size) });
        await call.RequestStream.CompleteAsync();
        Expect.Equal(RequestSizes.Sum(), (await call).AggregatedPayloadSize, "The size");
    }

    public static async Task ServerStreamingAsync(TestClient client)
    {
        var request = new StreamingOutputCallRequest();
        request.ResponseParameters.AddRange(ResponseSizes.Select(size => new ResponseParameters { Size = size }));
        using var call = client.StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            sizes.Add(response.Payload.Body.Length);
        Expect.Equal(string.Join(' ', ResponseSizes), string.Join(' ', sizes), "The sizes");
    }

    public static async Task PingPongAsync(TestClient client)
    {
        using var call = client.FullDuplexCall();
        foreach (var (requestSize, responseSize) in RequestSizes.Zip(ResponseSizes))
            await ExchangeAsync(call, requestSize, responseSize);
        await EndAsync(call);
    }

    public static async Task EmptyStreamAsync(TestClient client)
    {
        using var call = client.FullDuplexCall();
        await EndAsync(call);
    }

    public static async Task ConcurrentStreamsAsync(TestClient client)
    {
        var calls = Enumerable.Range(0, 200).Select(_ => client.FullDuplexCall()).ToList();
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(calls.Select((call, i) => ExchangeAsync(call, 10, i)));
        foreach (var call in calls)
        {
            await EndAsync(call);
            call.Dispose();
        }
    }

    private static async Task ExchangeAsync(
        AsyncDuplexStreamingCall<StreamingOutputCallRequest, StreamingOutputCallResponse> call, int requestSize, int responseSize)
    {
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = responseSize } },
            Payload = CreateZeros(requestSize),
        });
        Expect.Equal(true, await call.ResponseStream.MoveNext(), "Whether there is a response");
        Expect.Equal(responseSize, call.ResponseStream.Current.Payload?.Body.Length ?? 0, "The size");
    }

    private static async Task EndAsync(AsyncDuplexStreamingCall<StreamingOutputCallRequest, StreamingOutputCallResponse> call)
    {
        await call.RequestStream.CompleteAsync();
        Expect.Equal(false, await call.ResponseStream.MoveNext(), "Whether there is another response");
        Expect.Equal(StatusCode.OK, call.GetStatus().StatusCode, "The status");
    }
}
