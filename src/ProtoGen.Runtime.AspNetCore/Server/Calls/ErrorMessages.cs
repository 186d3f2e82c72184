using System.Text;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>What a client is told about an exception of the server.</summary>
internal static class ErrorMessages
{
    public static string ForHandler(Exception exception, bool detailed) => Build("Exception was thrown by handler.", exception, detailed);

    public static string Build(string message, Exception exception, bool detailed)
    {
        if (!detailed)
            return message;
        var text = new StringBuilder(message);
        for (var current = exception; current is not null; current = current.InnerException)
            text.Append(' ').Append(current.GetType().Name).Append(": ").Append(current.Message);
        return text.ToString();
    }
}
