/// <summary>What the command line asks for.</summary>
/// <param name="Mode">Both sides, or one of them.</param>
/// <param name="Port">The port to serve on.</param>
/// <param name="Name">Whom the client greets.</param>
/// <param name="Address">The server that the client calls.</param>
internal sealed record CommandLine(Mode Mode, int Port, string Name, Uri Address)
{
    private const string Usage = "usage: MyService [server [--port N] | client [NAME] [--address URL]]";

    private static readonly CommandLine s_default = new(Mode.Both, 50051, "World", new Uri("http://localhost:50051"));

    public static CommandLine Parse(string[] args) => args switch
    {
        [] => s_default,
        ["server", .. var rest] => ParseServer(rest),
        ["client", .. var rest] => ParseClient(rest),
        [var other, ..] => throw Unknown(other),
    };

    private static CommandLine ParseServer(string[] args) => args switch
    {
        [] => s_default with { Mode = Mode.Server },
        ["--port"] => throw new UserException($"--port needs a number. {Usage}"),
        ["--port", var port] => s_default with { Mode = Mode.Server, Port = ParsePort(port) },
        ["--port", _, var other, ..] => throw Unknown(other),
        [var other, ..] => throw Unknown(other),
    };

    private static CommandLine ParseClient(string[] args)
    {
        var result = s_default with { Mode = Mode.Client };
        for (var hasName = false; args.Length > 0;)
        {
            switch (args)
            {
                case ["--address"]:
                    throw new UserException($"--address needs a URL. {Usage}");
                case ["--address", var address, .. var rest]:
                    (result, args) = (result with { Address = ParseAddress(address) }, rest);
                    break;
                case [var name, .. var rest] when !hasName && !name.StartsWith('-'):
                    (result, args, hasName) = (result with { Name = name }, rest, true);
                    break;
                default:
                    throw Unknown(args[0]);
            }
        }

        return result;
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

/// <summary>Which sides of the call to run.</summary>
internal enum Mode
{
    /// <summary>A server, and a client that calls it once.</summary>
    Both,

    /// <summary>A server until Ctrl+C.</summary>
    Server,

    /// <summary>One call.</summary>
    Client,
}
