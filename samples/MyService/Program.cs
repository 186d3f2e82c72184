try
{
    var options = CommandLine.Parse(args);
    switch (options.Mode)
    {
        case Mode.Client:
            await Client.CallAsync(options.Name, options.Address);
            break;

        case Mode.Server:
            await using (var server = await Server.StartAsync(options.Port))
            {
                Console.WriteLine($"Listening on http://localhost:{options.Port}. Press Ctrl+C to stop.");
                await server.WaitForShutdownAsync();
            }

            break;

        default:
            await using (var server = await Server.StartAsync(options.Port))
            {
                await Client.CallAsync(options.Name, options.Address);
                await server.StopAsync();
            }

            break;
    }

    return 0;
}
catch (UserException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
