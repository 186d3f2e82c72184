using System.Net.Sockets;
using System.Text;

namespace ProtoGen.Grpc.Client;

/// <summary>Turns what a transport or a marshaller throws into a status.</summary>
internal static class FailureStatus
{
    /// <summary>The status of a failure.</summary>
    /// <param name="doing">What was being done, as a sentence.</param>
    /// <param name="exception">What was thrown.</param>
    public static Status From(string doing, Exception exception) => exception is RpcException rpc
        ? rpc.Status
        : new Status(Code(exception), Describe(doing, exception), exception);

    /// <summary>Whether HttpClient.Timeout, which the caller has set, is over: a time-out of connecting has no cancellation in it.</summary>
    public static bool IsClientTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } };

    private static StatusCode Code(Exception exception)
    {
        if (IsClientTimeout(exception))
            return StatusCode.Cancelled;
        var isTransport = false;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case HttpProtocolException protocol:
                    return FromReset(protocol.ErrorCode);
                case HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                }:
                case SocketException or IOException or TimeoutException:
                    isTransport = true;
                    break;
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return StatusCode.ResourceExhausted;
            }
        }
        if (isTransport)
            return StatusCode.Unavailable;
        return exception is OperationCanceledException ? StatusCode.Cancelled : StatusCode.Internal;
    }

    /// <summary>The codes that the specification gives to those of a stream's reset, in HTTP/2 and, from 0x100 on, in HTTP/3.</summary>
    private static StatusCode FromReset(long code) => code switch
    {
        0x7 or 0x10b => StatusCode.Unavailable,
        0x8 or 0x10c => StatusCode.Cancelled,
        0xb or 0x107 => StatusCode.ResourceExhausted,
        0xc => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    private static string Describe(string doing, Exception exception)
    {
        var text = new StringBuilder(doing);
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            text.Append(' ').Append(cause.GetType().Name).Append(": ").Append(cause.Message);
        return text.ToString();
    }
}
