using System.Diagnostics;

namespace ProtoGen.Tool.Reporting;

/// <summary>
/// Shows the progress of a long run in one line of a terminal. Nothing is written to a pipe or a file, or during short runs.
/// </summary>
internal sealed class Progress
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Delay;
    private int _width;

    public void Report(string what, int done, int total)
    {
        if (!_isTerminal || _watch.Elapsed < _next)
        {
            return;
        }

        _next = _watch.Elapsed + Interval;
        var line = $"{what} {done}/{total}";
        Console.Error.Write("\r" + line.PadRight(_width));
        _width = line.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }
}
