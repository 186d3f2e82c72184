try
{
    var options = CommandLine.Parse(args);
    switch (options.Mode)
    {
        case Mode.Client:
            await Client.CallAsync(options.Name, options.Address, options.UsesTls);
            break;

        case Mode.Server:
            await using (var server = await Server.StartAsync(options.Port, options.UsesTls))
            {
                Console.WriteLine($"Listening on {options.Address.OriginalString}. Press Ctrl+C to stop.");
                await server.WaitForShutdownAsync();
            }

            break;

        default:
            await using (var server = await Server.StartAsync(options.Port, options.UsesTls))
            {
                await Client.CallAsync(options.Name, options.Address, options.UsesTls);
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
