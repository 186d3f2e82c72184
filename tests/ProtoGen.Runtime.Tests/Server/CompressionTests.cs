using System.IO.Compression;
using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class CompressionTests
{
    private static readonly string _text = new('a', 10_000);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task ACompressedRequestIsTaken(string encoding)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text.Length.ToString()));

        var answer = await server.CallAsync(
            TestMethods.Unary, WireCall.Frame(Compress(_text, encoding), flags: 1), ("grpc-encoding", encoding));

        Assert.Equal(["10000"], answer.Texts);
    }

    [Fact]
    public async Task AnEncodingAllowsMessagesThatAreNotCompressed()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        Assert.Equal(["x"], (await server.CallAsync(TestMethods.Unary, "x", ("grpc-encoding", "gzip"))).Texts);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task ResponsesAreCompressedForClientsThatAcceptIt(string encoding)
    {
        await using var server = await TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.ResponseCompressionAlgorithm = encoding);

        var answer = await server.CallAsync(
            TestMethods.Unary, _text, ("grpc-accept-encoding", "identity, deflate ,gzip"));

        Assert.Equal(encoding, answer.Headers["grpc-encoding"]);
        var (flags, payload) = Assert.Single(answer.Messages);
        Assert.Equal(1, flags);
        Assert.True(payload.Length < 200);
        Assert.Equal(_text, Decompress(payload, encoding));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity,deflate")]
    [InlineData("identity,xgzip")]
    public async Task ResponsesAreNotCompressedForOtherClients(string? accepted)
    {
        await using var server = await TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.ResponseCompressionAlgorithm = "gzip");

        var answer = await server.CallAsync(
            TestMethods.Unary, _text, accepted is null ? [] : [("grpc-accept-encoding", accepted)]);

        Assert.False(answer.Headers.ContainsKey("grpc-encoding"));
        Assert.Equal([_text], answer.Texts);
    }

    [Fact]
    public async Task AMessageCanBeLeftUncompressed()
    {
        await using var server = await TestServer.StartServerStreamingAsync(
            async (text, responses, _) =>
            {
                await responses.WriteAsync(text);
                responses.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
                await responses.WriteAsync(text);
            },
            options => options.ResponseCompressionAlgorithm = "gzip");

        var answer = await server.CallAsync(TestMethods.ServerStreaming, _text, ("grpc-accept-encoding", "gzip"));

        Assert.Equal([1, 0], answer.Messages.Select(message => (int)message.Flags));
    }

    [Fact]
    public async Task ACallCanChooseItsCompression()
    {
        await using var server = await TestServer.StartUnaryAsync(async (text, context) =>
        {
            await context.WriteResponseHeadersAsync([new("grpc-internal-encoding-request", "gzip")]);
            return text;
        });

        var answer = await server.CallAsync(TestMethods.Unary, _text, ("grpc-accept-encoding", "gzip"));

        Assert.Equal("gzip", answer.Headers["grpc-encoding"]);
        Assert.False(answer.Headers.ContainsKey("grpc-internal-encoding-request"));
        Assert.Equal(1, answer.Messages[0].Flags);
    }

    [Fact]
    public async Task AnUnknownEncodingIsUnimplementedAndTheKnownOnesAreNamed()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, WireCall.Frame([1], flags: 1), ("grpc-encoding", "snappy"));

        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Equal("identity,gzip,deflate", answer.Headers["grpc-accept-encoding"]);
    }

    [Fact]
    public async Task AnUnknownEncodingDoesNotMatterToMessagesThatAreNotCompressed()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, "plain", ("grpc-encoding", "snappy"));

        Assert.Equal(["plain"], answer.Texts);
    }

    [Fact]
    public async Task ACompressedMessageWithTheEncodingIdentityIsAnInternalError()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, WireCall.Frame([1], flags: 1), ("grpc-encoding", "identity"));

        Assert.Equal(StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task DamagedCompressionIsAnInternalError()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, WireCall.Frame([1, 2, 3], flags: 1), ("grpc-encoding", "gzip"));

        Assert.Equal(StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task AMessageThatGrowsBeyondTheLimitWhenDecompressedIsRefused()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        var bomb = Compress(new string('a', 100_000_000), "gzip");

        var answer = await server.CallAsync(TestMethods.Unary, WireCall.Frame(bomb, flags: 1), ("grpc-encoding", "gzip"));

        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    private static byte[] Compress(string text, string encoding)
    {
        var output = new MemoryStream();
        using (Stream stream = encoding == "gzip"
            ? new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)
            : new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return output.ToArray();
    }

    private static string Decompress(byte[] bytes, string encoding)
    {
        var input = new MemoryStream(bytes);
        using Stream stream = encoding == "gzip"
            ? new GZipStream(input, CompressionMode.Decompress)
            : new ZLibStream(input, CompressionMode.Decompress);
        return new StreamReader(stream).ReadToEnd();
    }
}
