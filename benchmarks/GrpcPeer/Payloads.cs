using System.Globalization;
using Google.Protobuf;
using Peer;

namespace ProtoGen.Benchmarks.GrpcPeer;

/// <summary>The messages that are sent, by name.</summary>
internal static class Payloads
{
    private static readonly Dictionary<string, Payload> All = new()
    {
        ["small"] = new Payload { Name = "a name of thirty-odd bytes", Id = 12345 },
        ["nested50"] = CreateNested(50),
        ["nested1500"] = CreateNested(1500),
        ["bytes"] = new Payload { Data = ByteString.CopyFrom(new byte[64 * 1024]) },
    };

    public static Payload Get(string name) => All[name];

    private static Payload CreateNested(int count) => new()
    {
        Items =
        {
            Enumerable.Range(0, count)
                .Select(
                    i => new Item
                    {
                        Name = string.Create(CultureInfo.InvariantCulture, $"item {i:D10}"),
                        Id = i,
                        Value = i / 3.0,
                        IsSet = true,
                    }),
        },
    };
}
