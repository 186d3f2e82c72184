using Grpc.Core;
using Grpc.Testing;
using static ProtoGen.Interop.Client.UnaryCases;
using BoolValue = Grpc.Testing.BoolValue;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace ProtoGen.Interop.Client;

internal static class CompressionCases
{
    private const int LargeRequest = 271828;
    private const int LargeResponse = 314159;

    private static readonly WriteOptions Plain = new(WriteFlags.NoCompress);

    private static CallOptions Gzip => new(new Metadata { { "grpc-internal-encoding-request", "gzip" } });

    public static async Task ClientCompressedUnaryAsync(TestClient client)
    {
        await Expect.FailureAsync(StatusCode.InvalidArgument, async () => await client.UnaryCallAsync(Request(true)));
        Check(await client.UnaryCallAsync(Request(true), Gzip));
        Check(await client.UnaryCallAsync(Request(false), Gzip.WithWriteOptions(Plain)));

        static SimpleRequest Request(bool isCompressed) => new()
        {
            ExpectCompressed = new BoolValue { Value = isCompressed },
            ResponseSize = LargeResponse,
            Payload = CreateZeros(LargeRequest),
        };
    }

    // Compresses in both directions, for servers that cannot detect whether a request was compressed.
    public static async Task GzipUnaryAsync(TestClient client) =>
        Check(await client.UnaryCallAsync(
            new SimpleRequest
            {
                ResponseCompressed = new BoolValue { Value = true },
                ResponseSize = LargeResponse,
                Payload = CreateZeros(LargeRequest),
            },
            Gzip));

    public static async Task GzipStreamingAsync(TestClient client)
    {
        using var call = client.FullDuplexCall(Gzip);
        foreach (var size in new[] { 31415, 9, 58979 })
        {
            var parameters = new ResponseParameters { Size = size, Compressed = new BoolValue { Value = true } };
            await call.RequestStream.WriteAsync(
                new StreamingOutputCallRequest { ResponseParameters = { parameters }, Payload = CreateZeros(size) });
            Expect.Equal(true, await call.ResponseStream.MoveNext(), "Whether there is a response");
            Expect.Equal(CreateZeros(size), call.ResponseStream.Current.Payload, "The payload");
        }
        await call.RequestStream.CompleteAsync();
        Expect.Equal(false, await call.ResponseStream.MoveNext(), "Whether there is another response");
    }

    public static async Task ServerCompressedUnaryAsync(TestClient client)
    {
        foreach (var isCompressed in new[] { true, false })
        {
            Check(await client.UnaryCallAsync(new SimpleRequest
            {
                ResponseCompressed = new BoolValue { Value = isCompressed },
                ResponseSize = LargeResponse,
                Payload = CreateZeros(LargeRequest),
            }));
        }
    }

    public static async Task ClientCompressedStreamingAsync(TestClient client)
    {
        await Expect.FailureAsync(StatusCode.InvalidArgument, async () =>
        {
            using var probe = client.StreamingInputCall();
            await probe.RequestStream.WriteAsync(Request(27182, true));
            await probe.RequestStream.CompleteAsync();
            await probe;
        });
        using var call = client.StreamingInputCall(Gzip);
        await call.RequestStream.WriteAsync(Request(27182, true));
        call.RequestStream.WriteOptions = Plain;
        await call.RequestStream.WriteAsync(Request(45904, false));
        await call.RequestStream.CompleteAsync();
        Expect.Equal(27182 + 45904, (await call).AggregatedPayloadSize, "The size");

        static StreamingInputCallRequest Request(int size, bool isCompressed) => new()
        {
            ExpectCompressed = new BoolValue { Value = isCompressed },
            Payload = CreateZeros(size),
        };
    }

    public static async Task ServerCompressedStreamingAsync(TestClient client)
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters =
            {
                new ResponseParameters { Compressed = new BoolValue { Value = true }, Size = 31415 },
                new ResponseParameters { Compressed = new BoolValue { Value = false }, Size = 92653 },
            },
        };
        using var call = client.StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            sizes.Add(response.Payload.Body.Length);
        Expect.Equal("31415 92653", string.Join(' ', sizes), "The sizes");
    }

    private static void Check(SimpleResponse response) =>
        Expect.Equal(CreateZeros(LargeResponse), response.Payload, "The payload");
}
