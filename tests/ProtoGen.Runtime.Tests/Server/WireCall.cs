using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>Makes calls byte by byte, so that tests see and break what is on the wire.</summary>
internal static class WireCall
{
    public static byte[] Frame(string text, byte flags = 0) => Frame(Encoding.UTF8.GetBytes(text), flags);

    public static byte[] Frame(byte[] payload, byte flags = 0, uint? length = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame.AsSpan(5));
        return frame;
    }

    public static HttpRequestMessage Request(IMethod method, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, method.FullName)
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Content.Headers.ContentType ??= new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>Sends a body as it is and reads the whole answer.</summary>
    public static async Task<WireAnswer> CallAsync(
        this TestServer server, IMethod method, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, new ByteArrayContent(body), headers);
        using var response = await server.Http.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(20));
        return await WireAnswer.ReadAsync(response);
    }

    public static Task<WireAnswer> CallAsync(
        this TestServer server, IMethod method, string message, params (string Name, string Value)[] headers) =>
        server.CallAsync(method, Frame(message), headers);
}
