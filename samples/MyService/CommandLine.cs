/// <summary>The parsed command line.</summary>
/// <param name="Mode">Both sides, or one of them.</param>
/// <param name="Port">The port to serve on.</param>
/// <param name="Name">The name that the client sends.</param>
/// <param name="Address">The server that the client calls.</param>
/// <param name="UsesTls">Whether the connection is secured.</param>
internal sealed record CommandLine(Mode Mode, int Port, string Name, Uri Address, bool UsesTls)
{
    private const string Usage = "usage: MyService [server [--port N] [--tls] | client [NAME] [--address URL] [--tls]]";

    public static CommandLine Parse(string[] args) => args switch
    {
        [] => Create(Mode.Both),
        ["server", .. var rest] => ParseServer(rest),
        ["client", .. var rest] => ParseClient(rest),
        [var other, ..] => throw Unknown(other),
    };

    private static CommandLine Create(Mode mode, int port = 50051, string name = "World", Uri? address = null, bool usesTls = false) =>
        new(mode, port, name, address ?? new Uri($"{(usesTls ? "https" : "http")}://localhost:{port}"), usesTls);

    private static CommandLine ParseServer(string[] args)
    {
        var (port, usesTls) = (50051, false);
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--port"]:
                    throw new UserException($"--port needs a number. {Usage}");
                case ["--port", var number, .. var rest]:
                    (port, args) = (ParsePort(number), rest);
                    break;
                case ["--tls", .. var rest]:
                    (usesTls, args) = (true, rest);
                    break;
                default:
                    throw Unknown(args[0]);
            }
        }

        return Create(Mode.Server, port, usesTls: usesTls);
    }

    private static CommandLine ParseClient(string[] args)
    {
        string? name = null;
        Uri? address = null;
        var usesTls = false;
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--address"]:
                    throw new UserException($"--address needs a URL. {Usage}");
                case ["--address", var url, .. var rest]:
                    (address, args) = (ParseAddress(url), rest);
                    break;
                case ["--tls", .. var rest]:
                    (usesTls, args) = (true, rest);
                    break;
                case [var text, .. var rest] when name is null && !text.StartsWith('-'):
                    (name, args) = (text, rest);
                    break;
                default:
                    throw Unknown(args[0]);
            }
        }

        if (usesTls && address?.Scheme == "http") throw new UserException($"--tls needs an https address, not {address.OriginalString}.");
        return Create(Mode.Client, name: name ?? "World", address: address, usesTls: usesTls);
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, out var port) && port is > 0 and <= 65535
            ? port
            : throw new UserException($"'{text}' is not a port: a number from 1 to 65535 is needed.");

    private static Uri ParseAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UserException($"'{text}' is not an address such as http://localhost:50051.");

    private static UserException Unknown(string argument) => new($"Unknown argument '{argument}'. {Usage}");
}

/// <summary>The sides of the call to run.</summary>
internal enum Mode
{
    /// <summary>A server, and a client that calls it once.</summary>
    Both,

    /// <summary>A server until Ctrl+C.</summary>
    Server,

    /// <summary>One call.</summary>
    Client,
}
