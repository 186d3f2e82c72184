using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>Keeps the errors that the web server itself logs.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private const string WebServer = "Microsoft.AspNetCore.Server.Kestrel";

    public ConcurrentQueue<string> Messages { get; } = new();

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith(WebServer, StringComparison.Ordinal)
        ? this
        : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Messages.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
