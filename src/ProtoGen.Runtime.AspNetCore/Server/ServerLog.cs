using Microsoft.Extensions.Logging;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>The server's log messages.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Request content-type of '{ContentType}' is not supported.", EventName = "UnsupportedRequestContentType")]
    public static partial void UnsupportedContentType(ILogger logger, string? contentType);

    [LoggerMessage(2, LogLevel.Information, "Request protocol of '{Protocol}' is not supported.", EventName = "UnsupportedRequestProtocol")]
    public static partial void UnsupportedProtocol(ILogger logger, string protocol);

    [LoggerMessage(3, LogLevel.Trace, "Deadline of {Timeout} started.", EventName = "DeadlineStarted")]
    public static partial void DeadlineStarted(ILogger logger, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Debug, "The call of '{Method}' has exceeded its deadline.", EventName = "DeadlineExceeded")]
    public static partial void DeadlineExceeded(ILogger logger, string method);

    [LoggerMessage(5, LogLevel.Error, "The call of '{Method}' could not be ended at its deadline.", EventName = "DeadlineCancellationError")]
    public static partial void DeadlineFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "Error when executing service method '{Method}'.", EventName = "ErrorExecutingServiceMethod")]
    public static partial void MethodFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "Service method '{Method}' ended with status code '{StatusCode}' and detail '{Detail}'.", EventName = "RpcConnectionError")]
    public static partial void RpcExceptionThrown(ILogger logger, string method, StatusCode statusCode, string detail, Exception? exception);

    [LoggerMessage(8, LogLevel.Information, "Service method '{Method}' was cancelled.", EventName = "ServiceMethodCanceled")]
    public static partial void MethodCancelled(ILogger logger, string method, Exception exception);

    [LoggerMessage(9, LogLevel.Information, "The request of '{Method}' could not be read.", EventName = "ErrorReadingMessage")]
    public static partial void ReadFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(10, LogLevel.Debug, "Responses are not compressed with '{Encoding}': it is not in the request's grpc-accept-encoding.", EventName = "EncodingNotInAcceptEncoding")]
    public static partial void ResponseEncodingNotAccepted(ILogger logger, string encoding);

    [LoggerMessage(11, LogLevel.Debug, "The limit on the size of the request body can't be lifted; it was read before.", EventName = "UnableToDisableMaxRequestBodySizeLimit")]
    public static partial void BodySizeLimitFixed(ILogger logger);

    [LoggerMessage(12, LogLevel.Trace, "Added gRPC method '{Method}' of kind {Kind} from {ServiceType}.", EventName = "AddedServiceMethod")]
    public static partial void MethodMapped(ILogger logger, string method, MethodType kind, Type serviceType);
}
