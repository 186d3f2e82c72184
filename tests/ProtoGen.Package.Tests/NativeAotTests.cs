using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class NativeAotTests(PackageFeed feed)
{
    private const string Proto = """
        syntax = "proto3";
        package demo;
        import "google/protobuf/timestamp.proto";
        message Greeting {
          string text = 1;
          int64 id = 2;
          google.protobuf.Timestamp at = 3;
          map<string, Mood> moods = 4;
          oneof more { string note = 5; bytes data = 6; }
        }
        enum Mood { MOOD_UNSPECIFIED = 0; MOOD_GOOD = 1; }
        """;

    private const string Aot = "<PublishAot>true</PublishAot>";

    private const string Program = """
        using System.Text.Json.Serialization;
        using Demo;
        using ProtoGen.Runtime.Json;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default);
            options.SerializerOptions.AddProtobuf();
        });
        var app = builder.Build();
        app.MapPost("/echo", (Greeting greeting) => { greeting.Id++; return greeting; });
        app.MapPost("/holder", (Holder holder) => new Holder(holder.Title + "!", [.. holder.Greetings, new Greeting { Text = "more" }]));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        Console.In.ReadLine();
        await app.StopAsync();

        record Holder(string Title, List<Greeting> Greetings);

        [JsonSerializable(typeof(Greeting))]
        [JsonSerializable(typeof(Holder))]
        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
        partial class AppJson : JsonSerializerContext;
        """;

    [OracleFact(Oracle.Gcc)]
    public async Task MinimalApisAcceptAndReturnMessagesAsJson()
    {
        // The messages are in a separate project: System.Text.Json's source generator doesn't see those of the same compilation.
        var project = feed.CreateProject("aot")
            .Write("messages/messages.csproj", CsProj.Library(properties: "<IsAotCompatible>true</IsAotCompatible>"))
            .Write("messages/greeting.proto", Proto)
            .Write("app/app.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <PublishAot>true</PublishAot>
                    <InvariantGlobalization>true</InvariantGlobalization>
                    <CppCompilerAndLinker>gcc</CppCompilerAndLinker>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../messages/messages.csproj" />
                    <PackageReference Include="Google.Protobuf" Version="3.36.2" />
                  </ItemGroup>
                </Project>
                """)
            .Write("app/Program.cs", Program);
        var publish = (await project.Run(
            "publish", "app", "-r", "linux-x64", "-o", "out", "-nologo", "-v:q", "-nodeReuse:false", "-p:NuGetAudit=false")).Succeeded();
        Assert.DoesNotContain(publish.Findings, finding => finding.Contains("ProtoGen", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(project.Folder, "out", "app.dll")));
        await CallProgram(Path.Combine(project.Folder, "out", "app"));
    }

    // The general path allocates more for packed fields than the fast one, which calls through Google.Protobuf use after 1,000 messages.
    [OracleFact(Oracle.Gcc)]
    public async Task ParserOfGoogleProtobufReachesTheFastPath()
    {
        var project = feed.CreateProject("aot-parser")
            .Write("app.csproj", CsProj.Console("""<PackageReference Include="Google.Protobuf" Version="3.36.2" />""", Aot + """
                <InvariantGlobalization>true</InvariantGlobalization><CppCompilerAndLinker>gcc</CppCompilerAndLinker>
                """))
            .Write("packed.proto", """
                syntax = "proto3";
                package demo;
                message Packed { repeated int32 counts = 1; repeated uint64 ids = 2; Packed next = 3; map<string, int32> names = 4; }
                """)
            .Write("Program.cs", """
                using Demo;
                using Google.Protobuf;

                var message = new Packed { Next = new Packed { Names = { { "a", 1 }, { "b", 2 } } } };
                for (var i = 0; i < 200; i++)
                {
                    message.Counts.Add(i);
                    message.Ids.Add((ulong)i << 40);
                }
                var data = MessageExtensions.ToByteArray(message);
                var cut = data[..^1];
                var first = Parse();
                for (var i = 0; i < 1200; i++)
                    Parse();
                Console.WriteLine(Parse() < first ? "less memory" : "as much memory");

                long Parse()
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var parsed = Packed.Parser.ParseFrom(data);
                    var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    Check(parsed);
                    Check(Packed.Parser.ParseFrom(ByteString.CopyFrom(data)));
                    Check(Packed.Parser.ParseFrom(new MemoryStream(data)));
                    try
                    {
                        Packed.Parser.ParseFrom(cut);
                        throw new InvalidOperationException("No error.");
                    }
                    catch (InvalidProtocolBufferException)
                    {
                    }
                    return allocated;
                }

                void Check(Packed parsed)
                {
                    if (!parsed.Equals(message))
                        throw new InvalidOperationException(parsed.ToString());
                }
                """);
        (await project.Run(
            "publish", "-r", "linux-x64", "-o", "out", "-nologo", "-v:q", "-nodeReuse:false", "-p:NuGetAudit=false")).Succeeded();
        using var program = Process.Start(
            new ProcessStartInfo(Path.Combine(project.Folder, "out", "app")) { RedirectStandardOutput = true })!;
        Assert.Equal("less memory\n", await program.StandardOutput.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task GoogleProtobufThatNativeAotCannotRunIsReported()
    {
        const string old = "PG4022: Descriptors and JSON fail at run time: Native AOT needs Google.Protobuf 3.25.1 or newer";
        var project = feed.CreateProject("aot-old")
            .Write("messages/messages.csproj", CsProj.Library())
            .Write("messages/greeting.proto", Proto)
            .Write("app/app.csproj", CsProj.Console("<ProjectReference Include=\"../messages/messages.csproj\" />", Aot))
            .Write("app/Program.cs", "Console.WriteLine(new Demo.Greeting());");
        var publish = (await project.Run("publish", "app", "-r", "linux-x64", "-nologo", "-v:q", "-nodeReuse:false")).Failed();
        Assert.Contains($"error {old}, and the project uses 3.17.3.", Assert.Single(publish.Findings), StringComparison.Ordinal);

        // If the project itself chooses the version, it is a warning, even if warnings are errors.
        var check = await Check("3.21.9", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        Assert.Contains("warning " + old, Assert.Single(check.Findings), StringComparison.Ordinal);
        Assert.Empty((await Check("3.25.1", "")).Findings);

        async Task<DotnetResult> Check(string version, string properties)
        {
            var reference = $"<PackageReference Include=\"Google.Protobuf\" Version=\"{version}\" />";
            project.Write("app/app.csproj", CsProj.Console(reference, Aot + properties));
            return (await project.Run("build", "app", "-t:ProtoGenCheckNativeAot", "-nologo", "-v:q", "-nodeReuse:false")).Succeeded();
        }
    }

    private static async Task CallProgram(string path)
    {
        using var program = Process.Start(new ProcessStartInfo(path) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            // Lines of the log may come first.
            string? address;
            do
            {
                address = await program.StandardOutput.ReadLineAsync();
            }
            while (address != null && !address.StartsWith("http://", StringComparison.Ordinal));
            using var client = new HttpClient { BaseAddress = new Uri(address!) };
            const string greeting = """{"text":"hi","id":"41","at":"2026-01-31T12:00:00Z","moods":{"now":"MOOD_GOOD"},"data":"AQI="}""";
            Assert.Equal(greeting.Replace("41", "42"), await Post(client, "/echo", greeting));
            Assert.Equal(
                """{"title":"t!","greetings":[{"text":"hi","id":"41","at":"2026-01-31T12:00:00Z","moods":{"now":"MOOD_GOOD"},"data":"AQI="},{"text":"more"}]}""",
                await Post(client, "/holder", $$"""{"title":"t","greetings":[{{greeting}}]}"""));
            using var wrong = await client.PostAsync("/echo", Json("""{"text":1}"""));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }
        finally
        {
            program.StandardInput.Close();
            await program.WaitForExitAsync();
        }
    }

    private static async Task<string> Post(HttpClient client, string path, string json)
    {
        using var response = await client.PostAsync(path, Json(json));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
