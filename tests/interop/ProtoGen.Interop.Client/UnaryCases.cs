using Google.Protobuf;
using Grpc.Testing;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace ProtoGen.Interop.Client;

internal static class UnaryCases
{
    private const int LargeRequest = 271828;
    private const int LargeResponse = 314159;

    public static async Task EmptyUnaryAsync(TestClient client) =>
        Expect.Equal(new Empty(), await client.EmptyCallAsync(new Empty()), "The response");

    public static async Task LargeUnaryAsync(TestClient client) =>
        CheckLarge(await client.UnaryCallAsync(CreateRequest(LargeRequest, LargeResponse)));

    public static Task BlockingUnaryAsync(TestClient client)
    {
        CheckLarge(client.UnaryCall(CreateRequest(LargeRequest, LargeResponse)));
        return Task.CompletedTask;
    }

    public static async Task MessageSizesAsync(TestClient client)
    {
        int[] sizes = [0, 1, 4091, 4092, 65_530, 1 << 20, 16 << 20, 64 << 20];
        foreach (var size in sizes)
        {
            var response = await client.UnaryCallAsync(CreateRequest(size, size));
            Expect.Equal(size, response.Payload?.Body.Length ?? 0, "The payload's length");
        }
    }

    public static Task ConcurrentCallsAsync(TestClient client) => Task.WhenAll(Enumerable.Range(0, 1000).Select(async i =>
    {
        var response = await client.UnaryCallAsync(CreateRequest(10, i));
        Expect.Equal(i, response.Payload?.Body.Length ?? 0, "The payload's length");
    }));

    public static Payload CreateZeros(int length) => new() { Body = ByteString.CopyFrom(new byte[length]) };

    private static SimpleRequest CreateRequest(int size, int responseSize) =>
        new() { ResponseSize = responseSize, Payload = CreateZeros(size) };

    private static void CheckLarge(SimpleResponse response) =>
        Expect.Equal(CreateZeros(LargeResponse), response.Payload, "The payload");
}
