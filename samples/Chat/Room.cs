using System.Collections.Immutable;
using System.Threading.Channels;
using Chat;

/// <summary>The guests and the lines of the conversation. The whole server shares one room.</summary>
internal sealed class Room
{
    // A guest who does not read keeps at most 100 lines; then the oldest are dropped.
    private const int LinesHeldForOneGuest = 100;

    private readonly Lock _lock = new();
    private ImmutableArray<Channel<Line>> _guests = [];
    private ImmutableList<Line> _history = [];

    /// <summary>Gets the lines so far, oldest first.</summary>
    public ImmutableList<Line> History => _history;

    /// <summary>Adds a guest, who reads the later lines of the others from the returned channel.</summary>
    public Channel<Line> Enter()
    {
        var guest = Channel.CreateBounded<Line>(
            new BoundedChannelOptions(LinesHeldForOneGuest) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock) _guests = _guests.Add(guest);
        return guest;
    }

    /// <summary>Removes a guest.</summary>
    public void Leave(Channel<Line> guest)
    {
        lock (_lock) _guests = _guests.Remove(guest);
        guest.Writer.TryComplete();
    }

    /// <summary>Sends a line to all guests except its author.</summary>
    public void Say(Channel<Line> author, Line line)
    {
        ImmutableArray<Channel<Line>> guests;
        lock (_lock)
        {
            _history = _history.Add(line);
            guests = _guests;
        }

        foreach (var guest in guests)
        {
            if (guest != author)
                guest.Writer.TryWrite(line);
        }
    }
}
