using Chat;
using Grpc.Core;

/// <summary>One side of a conversation: a duplex call.</summary>
internal sealed class Guest : IDisposable
{
    private readonly string _name;
    private readonly AsyncDuplexStreamingCall<Line, Line> _call;

    private Guest(string name, AsyncDuplexStreamingCall<Line, Line> call) => (_name, _call) = (name, call);

    /// <summary>Joins the room, and returns when the server has added the guest.</summary>
    public static async Task<Guest> JoinAsync(Chat.Chat.ChatClient client, string name)
    {
        var call = client.Join();
        await call.ResponseHeadersAsync;
        return new Guest(name, call);
    }

    /// <summary>Sends a line to the others.</summary>
    public Task SayAsync(string text) => _call.RequestStream.WriteAsync(new Line { Author = _name, Text = text });

    /// <summary>Waits for the next line of another guest. Returns null after the last one.</summary>
    public async Task<Line?> HearAsync() =>
        await _call.ResponseStream.MoveNext(CancellationToken.None) ? _call.ResponseStream.Current : null;

    /// <summary>Ends the guest's side of the call and waits until the server ends the call.</summary>
    public async Task LeaveAsync()
    {
        await _call.RequestStream.CompleteAsync();
        while (await HearAsync() is not null)
        {
            // Lines that were sent before the call ended.
        }
    }

    public void Dispose() => _call.Dispose();
}
