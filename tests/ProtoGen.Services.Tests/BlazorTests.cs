using System.Diagnostics;
using System.Threading.Channels;
using Acme.Shops;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Testing;

namespace ProtoGen.Services.Tests;

/// <summary>Serves the page of ProtoGen.Blazor and the service that it calls to a headless browser.</summary>
public sealed class BlazorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [OracleFact(Oracle.Chromium)]
    public async Task PageInBrowserCallsUnaryAndServerStreamingMethods()
    {
        var requests = Channel.CreateUnbounded<string>();
        await using var server = await RunningServer.StartAsync<RecordingShop>(
            services => services.AddSingleton(requests.Writer),
            application =>
            {
                ServePage(application);
                application.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
            },
            HttpProtocols.Http1);
        using var profile = new TemporaryFolder();
        using var browser = StartBrowser(new Uri(server.Address, "index.html"), profile);
        try
        {
            using var timeout = new CancellationTokenSource(Limit);
            Assert.Equal("tea", await requests.Reader.ReadAsync(timeout.Token));
            Assert.Equal("Article tea, 1 and 2", await requests.Reader.ReadAsync(timeout.Token));
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
    }

    // The debugging port keeps the headless browser open until the test ends it; without it Chromium quits after loading the page.
    private static Process StartBrowser(Uri page, TemporaryFolder profile)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}",
            page.AbsoluteUri,
        ];
        return Process.Start(Oracles.Chromium, arguments);
    }

    // The page's build lists its files in a manifest. They are in its wwwroot folder, its output and the packages.
    private static void ServePage(WebApplication application)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        application.Configuration[WebHostDefaults.StaticWebAssetsKey] = Path.Combine(
            Repository.Root, "tests", "ProtoGen.Blazor", "bin", configuration, "net10.0", "ProtoGen.Blazor.staticwebassets.runtime.json");
        StaticWebAssetsLoader.UseStaticWebAssets(application.Environment, application.Configuration);
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = types.Mappings[".pdb"] = "application/octet-stream";
        application.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = types });
    }

    private sealed class RecordingShop(ChannelWriter<string> requests) : ShopService
    {
        public override Task<Article> Find(FindRequest request, ServerCallContext context)
        {
            requests.TryWrite(request.Id);
            return base.Find(request, context);
        }
    }
}
