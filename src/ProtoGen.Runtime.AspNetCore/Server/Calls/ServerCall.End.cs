using Microsoft.AspNetCore.Http.Features;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <content>How a call ends.</content>
internal sealed partial class ServerCall
{
    /// <summary>Takes over what the handler threw as the call's status.</summary>
    public void Fail(Exception exception)
    {
        if (exception is RpcException rpc)
        {
            ServerLog.RpcExceptionThrown(Logger, Handler.Method.FullName, rpc.StatusCode, rpc.Status.Detail, rpc.Status.DebugException);
            foreach (var entry in rpc.Trailers)
                ResponseTrailers.Add(entry);
            Status = rpc.Status;
            return;
        }
        if (exception is OperationCanceledException or IOException && IsCancelled)
        {
            ServerLog.MethodCancelled(Logger, Handler.Method.FullName, exception);
            Status = new Status(StatusCode.Cancelled, "The call was cancelled.", exception);
            return;
        }
        if (exception is Microsoft.AspNetCore.Http.BadHttpRequestException badRequest)
        {
            ServerLog.ReadFailed(Logger, Handler.Method.FullName, exception);
            var code = badRequest.StatusCode == 413 ? StatusCode.ResourceExhausted : StatusCode.Internal;
            Status = new Status(code, badRequest.Message, exception);
            return;
        }
        ServerLog.MethodFailed(Logger, Handler.Method.FullName, exception);
        Status = new Status(StatusCode.Unknown, ErrorMessages.ForHandler(exception, Settings.EnableDetailedErrors), exception);
    }

    /// <summary>Ends the response with the call's status, unless the deadline did.</summary>
    public async ValueTask EndAsync()
    {
        await EndWritesAsync();
        if (!TryEnd())
        {
            await _endedAtDeadline!.Task;
            return;
        }
        if (Writer.IsBroken)
        {
            // A message was left half written: no status can follow it.
            Reset(Http2ErrorCodes.InternalError);
            return;
        }
        try
        {
            WriteStatus(Status, _responseTrailers);
        }
        catch (InvalidOperationException exception) when (!Http.RequestAborted.IsCancellationRequested)
        {
            // A trailer of the service's own that HTTP doesn't allow.
            ServerLog.MethodFailed(Logger, Handler.Method.FullName, exception);
            var status = new Status(StatusCode.Unknown, ErrorMessages.ForHandler(exception, Settings.EnableDetailedErrors));
            WriteStatus(status, trailers: null);
        }
    }

    /// <summary>Lets go of all that belongs to this call; afterwards the object can serve another one.</summary>
    public async ValueTask ReleaseAsync()
    {
        _service = null;
        if (_serviceLease is { } lease)
        {
            _serviceLease = null;
            await Handler.Services.Activator.ReleaseAsync(lease);
        }
        _context?.Detach();
        _context = null;
        ReleaseDeadline();
        Reader.End();
        Writer.End();
        _requestHeaders = null;
        _responseTrailers = null;
        WriteOptions = null;
        _takesNoMore = false;
        _flushesEnded = null;
        ServerCounters.Log.CallEnded(Status.StatusCode);
        Http = null!;
    }

    private Microsoft.Extensions.Logging.ILogger Logger => Handler.Services.Logger;

    private bool IsCancelled => Http.RequestAborted.IsCancellationRequested || IsDeadlineExceeded;

    /// <summary>Ends the call's stream; the client sees it cancelled, the handler by its token.</summary>
    private void Cancel()
    {
        if (_phase == Phase.Running)
            Reset(Http2ErrorCodes.Cancel);
    }

    private void Reset(int http2ErrorCode)
    {
        if (Http.Features.Get<IHttpResetFeature>() is { } reset)
            reset.Reset(Http2ErrorCodes.For(Http.Request.Protocol, http2ErrorCode));
        else
            Http.Abort();
    }
}
