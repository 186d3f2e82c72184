using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc;
using ProtoGen.Grpc.Compression;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class CompressionTests
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("compress me ", 1000));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task ACompressedResponseIsRead(string encoding)
    {
        await using var server = await StartAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = encoding;
            return AnswerAsync(http, Frame(Compress(encoding, Text), isCompressed: true));
        });
        Assert.Equal(Text, await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task ARequestIsCompressedWithTheEncodingOfTheCall(string encoding)
    {
        var length = 0L;
        await using var server = await StartAsync(async http =>
        {
            Assert.Equal(encoding, http.Request.Headers["grpc-encoding"]);
            Assert.False(http.Request.Headers.ContainsKey("grpc-internal-encoding-request"));
            var body = await BodyAsync(http);
            length = body.Length;
            Assert.Equal(1, body[0]);
            await AnswerAsync(http, Frame(Decompress(encoding, body[5..])));
        });
        Assert.Equal(Text, await server.Invoker.AsyncUnaryCall(Unary, null, Encoded(encoding), Text));
        Assert.InRange(length, 1, Text.Length / 2);
    }

    [Fact]
    public async Task ARequestInAnEncodingThatTheChannelDoesNotKnowFailsItsCall()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("")));
        var options = Encoded("snappy");
        using var unary = server.Invoker.AsyncUnaryCall(Unary, null, options, "x");
        using var stream = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, options, "x");
        foreach (var act in new Func<Task>[] { () => unary.ResponseAsync, () => stream.ResponseStream.MoveNext() })
        {
            var exception = await Assert.ThrowsAsync<RpcException>(act);
            Assert.Equal(StatusCode.Internal, exception.StatusCode);
            Assert.Contains("snappy", exception.Status.Detail);
        }
    }

    [Fact]
    public async Task AMessageCanBeKeptFromCompression()
    {
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame($"{(await BodyAsync(http))[0]}")));
        var options = Encoded("gzip").WithWriteOptions(new WriteOptions(WriteFlags.NoCompress));
        Assert.Equal("0", await server.Invoker.AsyncUnaryCall(Unary, null, options, Text));
    }

    [Fact]
    public async Task ABombIsDefusedAtTheLimit()
    {
        var bomb = Compress("gzip", new string('0', 50_000_000));
        await using var server = await StartAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = "gzip";
            return AnswerAsync(http, Frame(bomb, isCompressed: true));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task TheChannelOffersTheEncodingsItWasGiven()
    {
        var options = new GrpcChannelOptions { CompressionProviders = [new GzipCompressionProvider(CompressionLevel.Optimal)] };
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame(http.Request.Headers["grpc-accept-encoding"].ToString())), options);
        Assert.Equal("identity,gzip", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
    }

    private static CallOptions Encoded(string encoding) => new(new Metadata { { "grpc-internal-encoding-request", encoding } });

    private static async Task<byte[]> BodyAsync(HttpContext http)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static byte[] Compress(string encoding, string text)
    {
        var output = new MemoryStream();
        using (Stream stream = encoding == "gzip"
            ? new GZipStream(output, CompressionLevel.Fastest)
            : new ZLibStream(output, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return output.ToArray();
    }

    private static byte[] Decompress(string encoding, byte[] data)
    {
        using Stream stream = encoding == "gzip"
            ? new GZipStream(new MemoryStream(data), CompressionMode.Decompress)
            : new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }
}
