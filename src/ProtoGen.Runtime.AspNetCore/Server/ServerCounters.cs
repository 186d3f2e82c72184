using ProtoGen.Grpc.Diagnostics;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>The server's event counters.</summary>
internal static class ServerCounters
{
    public static readonly CallCounters Log = new("Grpc.AspNetCore.Server", isServer: true);
}
