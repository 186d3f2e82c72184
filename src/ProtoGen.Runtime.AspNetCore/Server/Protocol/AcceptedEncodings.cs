using Microsoft.Extensions.Primitives;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The header <c>grpc-accept-encoding</c>: names between commas.</summary>
internal static class AcceptedEncodings
{
    public static bool Contains(StringValues header, string encoding)
    {
        foreach (var line in header)
        {
            foreach (var name in new CommaList(line))
            {
                if (name.SequenceEqual(encoding))
                    return true;
            }
        }
        return false;
    }
}
