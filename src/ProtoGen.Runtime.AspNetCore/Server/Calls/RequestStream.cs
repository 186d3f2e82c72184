using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a streaming call, but for their type: a wait for a request is cheaper in code that isn't generic.</summary>
internal abstract class RequestStream(ServerCall call)
{
    protected MessageReader Reader => call.Reader;

    protected bool IsAborted => call.IsAborted;

    /// <summary>Waits for the next request.</summary>
    /// <returns>Whether there is one, which <see cref="Take"/> has taken then.</returns>
    protected async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var reader = call.Reader;
        while (!reader.IsAtEnd())
        {
            reader.Append(await reader.FillAsync(cancellationToken));
            if (!reader.TryMoveNext())
                continue;
            Take();
            return true;
        }
        return false;
    }

    /// <summary>Makes the message that the reader is at the current one.</summary>
    protected abstract void Take();
}
