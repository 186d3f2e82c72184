using Chat;
using Grpc.Core;

/// <summary>The service. Each call creates an instance, and all of them share the room.</summary>
internal sealed class ChatService(Room room) : Chat.Chat.ChatBase
{
    public override async Task Join(
        IAsyncStreamReader<Line> requestStream, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        var guest = room.Enter();
        // The caller receives the headers as soon as it has joined, before anyone writes a line.
        await context.WriteResponseHeadersAsync([]);
        var hearing = HearAsync(guest.Reader.ReadAllAsync(context.CancellationToken), responseStream);
        try
        {
            await foreach (var line in requestStream.ReadAllAsync(context.CancellationToken)) room.Say(guest, line);
        }
        finally
        {
            room.Leave(guest);
        }

        await hearing;
    }

    public override async Task History(HistoryRequest request, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        var lines = room.History;
        var skipped = request.Limit == 0 ? 0 : Math.Max(0, lines.Count - (int)Math.Min(request.Limit, int.MaxValue));
        foreach (var line in lines.Skip(skipped)) await responseStream.WriteAsync(line, context.CancellationToken);
    }

    private static async Task HearAsync(IAsyncEnumerable<Line> lines, IServerStreamWriter<Line> responseStream)
    {
        await foreach (var line in lines) await responseStream.WriteAsync(line);
    }
}
