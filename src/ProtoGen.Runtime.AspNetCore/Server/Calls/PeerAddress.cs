using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The client's address in the form of gRPC's name syntax: <c>ipv4:127.0.0.1:50051</c>, <c>ipv6:[::1]:50051</c>.</summary>
internal static class PeerAddress
{
    public static string Format(ConnectionInfo connection)
    {
        if (connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? string.Create(CultureInfo.InvariantCulture, $"ipv6:[{address}]:{connection.RemotePort}")
            : string.Create(CultureInfo.InvariantCulture, $"ipv4:{address}:{connection.RemotePort}");
    }
}
