using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using static ProtoGen.Interop.Client.UnaryCases;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace ProtoGen.Interop.Client;

/// <summary>Cases about the end of calls and their metadata.</summary>
internal static class EndingCases
{
    private const string EchoHeader = "x-grpc-test-echo-initial";
    private const string EchoTrailer = "x-grpc-test-echo-trailing-bin";

    public static async Task CancelAfterBeginAsync(TestClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.StreamingInputCall(cancellationToken: cancellation.Token);
        cancellation.Cancel();
        await Expect.FailureAsync(StatusCode.Cancelled, async () => await call);
    }

    public static async Task CancelAfterFirstResponseAsync(TestClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(CreateDuplexRequest(27182, 31415));
        Expect.Equal(true, await call.ResponseStream.MoveNext(), "Whether there is a response");
        cancellation.Cancel();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseStream.MoveNext());
    }

    public static async Task TimeoutOnSleepingServerAsync(TestClient client)
    {
        using var call = client.FullDuplexCall(deadline: DateTime.UtcNow.AddMilliseconds(1));
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, async () =>
        {
            // The deadline may pass before the stream is ready for a write.
            await call.RequestStream.WriteAsync(CreateDuplexRequest(27182, 31415));
            while (await call.ResponseStream.MoveNext())
            {
            }
        });
    }

    public static async Task CustomMetadataAsync(TestClient client)
    {
        byte[] trailer = [0xab, 0xab, 0xab];
        var metadata = new Metadata { { EchoHeader, "test_initial_metadata_value" }, { EchoTrailer, trailer } };

        using var unary = client.UnaryCallAsync(
            new SimpleRequest { ResponseSize = 314159, Payload = CreateZeros(271828) }, metadata);
        await unary;
        Check(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = client.FullDuplexCall(metadata);
        await duplex.RequestStream.WriteAsync(CreateDuplexRequest(271828, 314159));
        Expect.Equal(true, await duplex.ResponseStream.MoveNext(), "Whether there is a response");
        await duplex.RequestStream.CompleteAsync();
        Expect.Equal(false, await duplex.ResponseStream.MoveNext(), "Whether there is another response");
        Check(await duplex.ResponseHeadersAsync, duplex.GetTrailers());

        void Check(Metadata headers, Metadata trailers)
        {
            Expect.Equal("test_initial_metadata_value", headers.GetValue(EchoHeader), "The header");
            Expect.Equal("ABABAB", Convert.ToHexString(trailers.GetValueBytes(EchoTrailer) ?? []), "The trailer");
        }
    }

    public static Task StatusCodeAndMessageAsync(TestClient client) => EchoStatusAsync(client, "test status message");

    public static Task SpecialStatusMessageAsync(TestClient client) =>
        EchoStatusAsync(client, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n");

    public static async Task UnimplementedMethodAsync(TestClient client) => await Expect.FailureAsync(
        StatusCode.Unimplemented, async () => await client.UnimplementedCallAsync(new Empty()));

    public static async Task UnimplementedServiceAsync(GrpcChannel channel) => await Expect.FailureAsync(
        StatusCode.Unimplemented,
        async () => await new UnimplementedService.UnimplementedServiceClient(channel).UnimplementedCallAsync(new Empty()));

    private static async Task EchoStatusAsync(TestClient client, string message)
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = message };
        var unary = await Expect.FailureAsync(
            StatusCode.Unknown, async () => await client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }));
        Expect.Equal(message, unary.Status.Detail, "The message");

        using var call = client.FullDuplexCall();
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status });
        await call.RequestStream.CompleteAsync();
        var duplex = await Expect.FailureAsync(StatusCode.Unknown, () => call.ResponseStream.MoveNext());
        Expect.Equal(message, duplex.Status.Detail, "The message");
    }

    private static StreamingOutputCallRequest CreateDuplexRequest(int size, int responseSize) => new()
    {
        ResponseParameters = { new ResponseParameters { Size = responseSize } },
        Payload = CreateZeros(size),
    };
}
