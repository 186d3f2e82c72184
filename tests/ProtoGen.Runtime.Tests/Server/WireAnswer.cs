using System.Buffers.Binary;
using System.Net;
using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>All that a server said to a call.</summary>
internal sealed record WireAnswer(
    HttpStatusCode HttpStatus,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Trailers,
    IReadOnlyList<(byte Flags, byte[] Payload)> Messages)
{
    public bool IsTrailersOnly => Headers.ContainsKey("grpc-status");

    public StatusCode Status => (StatusCode)int.Parse((IsTrailersOnly ? Headers : Trailers)["grpc-status"], null);

    public string Detail => Uri.UnescapeDataString((IsTrailersOnly ? Headers : Trailers).GetValueOrDefault("grpc-message", ""));

    public IReadOnlyList<string> Texts => [.. Messages.Select(message => Encoding.UTF8.GetString(message.Payload))];

    public static async Task<WireAnswer> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync().WaitAsync(TimeSpan.FromSeconds(20));
        var messages = new List<(byte, byte[])>();
        for (var i = 0; i < body.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(i + 1));
            messages.Add((body[i], body[(i + 5)..(i + 5 + length)]));
            i += 5 + length;
        }
        return new WireAnswer(
            response.StatusCode,
            Join([.. response.Headers.NonValidated, .. response.Content.Headers.NonValidated]),
            Join([.. response.TrailingHeaders.NonValidated]),
            messages);
    }

    private static Dictionary<string, string> Join(
        IEnumerable<KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues>> headers) =>
        headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
