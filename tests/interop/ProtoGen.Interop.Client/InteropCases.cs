using Grpc.Core;
using Grpc.Net.Client;
using TestClient = Grpc.Testing.TestService.TestServiceClient;

namespace ProtoGen.Interop.Client;

/// <summary>The cases by the names that gRPC's interop test descriptions give them.</summary>
internal static class InteropCases
{
    public static IReadOnlyDictionary<string, Func<GrpcChannel, Task>> All { get; } =
        new Dictionary<string, Func<GrpcChannel, Task>>
        {
            ["empty_unary"] = On(UnaryCases.EmptyUnaryAsync),
            ["large_unary"] = On(UnaryCases.LargeUnaryAsync),
            ["blocking_unary"] = On(UnaryCases.BlockingUnaryAsync),
            ["message_sizes"] = On(UnaryCases.MessageSizesAsync),
            ["concurrent_calls"] = On(UnaryCases.ConcurrentCallsAsync),
            ["client_compressed_unary"] = On(CompressionCases.ClientCompressedUnaryAsync),
            ["gzip_unary"] = On(CompressionCases.GzipUnaryAsync),
            ["gzip_streaming"] = On(CompressionCases.GzipStreamingAsync),
            ["server_compressed_unary"] = On(CompressionCases.ServerCompressedUnaryAsync),
            ["client_compressed_streaming"] = On(CompressionCases.ClientCompressedStreamingAsync),
            ["server_compressed_streaming"] = On(CompressionCases.ServerCompressedStreamingAsync),
            ["client_streaming"] = On(StreamingCases.ClientStreamingAsync),
            ["server_streaming"] = On(StreamingCases.ServerStreamingAsync),
            ["ping_pong"] = On(StreamingCases.PingPongAsync),
            ["empty_stream"] = On(StreamingCases.EmptyStreamAsync),
            ["concurrent_streams"] = On(StreamingCases.ConcurrentStreamsAsync),
            ["cancel_after_begin"] = On(EndingCases.CancelAfterBeginAsync),
            ["cancel_after_first_response"] = On(EndingCases.CancelAfterFirstResponseAsync),
            ["timeout_on_sleeping_server"] = On(EndingCases.TimeoutOnSleepingServerAsync),
            ["custom_metadata"] = On(EndingCases.CustomMetadataAsync),
            ["status_code_and_message"] = On(EndingCases.StatusCodeAndMessageAsync),
            ["special_status_message"] = On(EndingCases.SpecialStatusMessageAsync),
            ["unimplemented_method"] = On(EndingCases.UnimplementedMethodAsync),
            ["unimplemented_service"] = EndingCases.UnimplementedServiceAsync,
        };

    private static Func<GrpcChannel, Task> On(Func<TestClient, Task> run) => channel => run(new TestClient(channel));
}
