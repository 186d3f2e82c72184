using Microsoft.Extensions.Logging;

namespace ProtoGen.Grpc.Client;

/// <summary>What a channel logs.</summary>
internal static partial class ClientLog
{
    public const string Category = "ProtoGen.Grpc.Client";

    [LoggerMessage(1, LogLevel.Debug, "Starting gRPC call {Method}.", EventName = "StartingCall")]
    public static partial void Starting(ILogger logger, string method);

    public static void Ended(ILogger logger, string method, in Status status)
    {
        if (status.StatusCode == StatusCode.OK)
            Succeeded(logger, method);
        else
            Failed(logger, method, status.StatusCode, status.Detail, status.DebugException);
    }

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "The credentials of gRPC call {Method} were not sent, because its channel is not secure.",
        EventName = "CallCredentialsNotSent")]
    public static partial void CredentialsNotSent(ILogger logger, string method);

    [LoggerMessage(2, LogLevel.Debug, "gRPC call {Method} succeeded.", EventName = "CallSucceeded")]
    private static partial void Succeeded(ILogger logger, string method);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "gRPC call {Method} failed. Status code: '{StatusCode}', Message: '{StatusMessage}'.",
        EventName = "CallFailed")]
    private static partial void Failed(
        ILogger logger, string method, StatusCode statusCode, string statusMessage, Exception? exception);
}
