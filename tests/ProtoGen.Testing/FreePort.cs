using System.Net;
using System.Net.Sockets;

namespace ProtoGen.Testing;

/// <summary>Finds a loopback port that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>Returns a port that the system chooses.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
