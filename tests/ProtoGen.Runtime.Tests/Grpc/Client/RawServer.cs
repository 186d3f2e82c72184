using System.Buffers.Binary;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

/// <summary>A bare HTTP/2 endpoint on loopback that answers as a test tells it, well or badly.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RawServer(WebApplication app, Uri address, GrpcChannelOptions options)
    {
        _app = app;
        Address = address;
        Channel = GrpcChannel.ForAddress(address, options);
        Invoker = Channel.CreateCallInvoker();
    }

    public static Method<string, string> Unary { get; } = CreateMethod(MethodType.Unary);

    public static Method<string, string> ClientStreaming { get; } = CreateMethod(MethodType.ClientStreaming);

    public static Method<string, string> ServerStreaming { get; } = CreateMethod(MethodType.ServerStreaming);

    public static Method<string, string> DuplexStreaming { get; } = CreateMethod(MethodType.DuplexStreaming);

    public Uri Address { get; }

    public GrpcChannel Channel { get; }

    public CallInvoker Invoker { get; }

    public static async Task<RawServer> StartAsync(
        RequestDelegate answer,
        GrpcChannelOptions? options = null,
        HttpProtocols protocols = HttpProtocols.Http2,
        int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = protocols);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new RawServer(app, new Uri(app.Urls.First()), options ?? new GrpcChannelOptions());
    }

    /// <summary>A message as it travels.</summary>
    public static byte[] Frame(string text, bool isCompressed = false) => Frame(Encoding.UTF8.GetBytes(text), isCompressed);

    public static byte[] Frame(byte[] payload, bool isCompressed = false)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    /// <summary>Answers as a gRPC server does: these bytes, then this status.</summary>
    public static async Task AnswerAsync(HttpContext context, byte[] body, string status = "0", string? message = null)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(body);
        context.Response.AppendTrailer("grpc-status", status);
        if (message is not null)
            context.Response.AppendTrailer("grpc-message", message);
    }

    /// <summary>Reads one message of the request; null at its end.</summary>
    public static async Task<string?> ReadAsync(HttpContext context)
    {
        var header = new byte[5];
        if (await context.Request.Body.ReadAtLeastAsync(header, 5, throwOnEndOfStream: false) < 5)
            return null;
        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1))];
        await context.Request.Body.ReadExactlyAsync(payload);
        return Encoding.UTF8.GetString(payload);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private static Method<string, string> CreateMethod(MethodType type) => new(
        type, "test.Raw", type.ToString(), Marshallers.StringMarshaller, Marshallers.StringMarshaller);
}
