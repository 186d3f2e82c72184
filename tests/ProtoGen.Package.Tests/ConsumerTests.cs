namespace ProtoGen.Package.Tests;

/// <summary>Checks for each source generator that may use generated types that a project with it makes ProtoGen write files.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string LogProgram = """
        using Demo;
        using Microsoft.Extensions.Logging;
        static partial class Log
        {
            [LoggerMessage(Level = LogLevel.Warning, Message = "Got {reply}")]
            public static partial void Got(ILogger logger, Reply reply);
        }
        """;

    private const string JsonContext = """
        using System.Text.Json.Serialization;
        using Demo;
        [JsonSerializable(typeof(Reply))]
        partial class Context : JsonSerializerContext;
        """;

    private const string ViewModel = """
        using CommunityToolkit.Mvvm.ComponentModel;
        using Demo;
        partial class ViewModel : ObservableObject { [ObservableProperty] private Reply? _current; }
        """;

    private const string Mapper = """
        using Demo;
        using Riok.Mapperly.Abstractions;
        record Dto(string Text);
        [Mapper]
        static partial class Maps { public static partial Dto Map(Reply reply); }
        """;

    private const string Component = """
        @using Demo
        @using Microsoft.AspNetCore.Components
        @typeparam T
        <p>@Value?.Text</p>
        @code {
            [Parameter] public Reply? Value { get; set; }
            [Parameter] public EventCallback<Reply> ValueChanged { get; set; }
            [Parameter] public T? Other { get; set; }
        }
        """;

    private const string Page = """
        @using Demo
        <Show @bind-Value="_reply" Other="@(new Reply())" T="Reply" />
        @code { Reply? _reply = new() { Text = "x" }; }
        """;

    private const string Api = """
        using Demo;
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/reply", (Reply body) => TypedResults.Text(body.Text));
        """;

    private static readonly string Web = CsProj.Web();

    private static readonly string Logging = CsProj.Library("<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />");

    // The name of each project, its file, and the source files beside the .proto file.
    private static readonly (string Name, string Project, (string Path, string Text)[] Sources)[] Projects =
    [
        ("Components", Web.Replace("Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Razor")
            .Replace("<PackageReference", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" /><PackageReference"),
            [("Show.razor", Component), ("Page.razor", Page)]),
        ("Views", Web, [("Pages/Index.cshtml", "@page\n@model Demo.Reply\n<p>@Model.Text</p>\n"), ("Program.cs", "return;")]),
        ("Apis", CsProj.Web(properties: "<EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>"), [("Program.cs", Api)]),
        ("NativeApis",
            CsProj.Web("<PackageReference Include=\"Google.Protobuf\" Version=\"3.25.1\" />", "<PublishAot>true</PublishAot>"),
            [("Program.cs", Api)]),
        ("Logs", Logging, [("Log.cs", LogProgram)]),
        ("Contexts", CsProj.Library(), [("Context.cs", JsonContext)]),
        ("ViewModels",
            CsProj.Library("<PackageReference Include=\"CommunityToolkit.Mvvm\" Version=\"8.4.2\" />"),
            [("ViewModel.cs", ViewModel)]),
        ("Mappers", CsProj.Library("<PackageReference Include=\"Riok.Mapperly\" Version=\"4.3.1\" />"), [("Maps.cs", Mapper)]),
        ("Plain", CsProj.Library(), [("Use.cs", "class Use { Demo.Reply Get() => new(); }")]),
    ];

    [Fact]
    public async Task EachConsumerAloneCompilesInAutoAndInFilesMode()
    {
        var project = feed.CreateProject("each-consumer");
        foreach (var (name, file, sources) in Projects)
        {
            project.Write($"{name}/{name}.csproj", file)
                .Write($"{name}/reply.proto", "syntax = \"proto3\"; package demo; message Reply { string text = 1; }");
            foreach (var (path, text) in sources) project.Write($"{name}/{path}", text);
        }

        var listed = Projects.Select(one => $"<Project Path=\"{one.Name}/{one.Name}.csproj\" />");
        project.Write("all.slnx", $"<Solution>{string.Concat(listed)}</Solution>");
        Assert.Empty((await project.Build("all.slnx")).Succeeded().Findings);
        var writers = Projects.Where(one => File.Exists(Path.Combine(project.Folder, one.Name, "obj/Debug/net10.0/Reply.cs")));
        Assert.Equal(Projects.Select(one => one.Name).Where(name => name != "Plain"), writers.Select(one => one.Name));

        Assert.Empty((await project.Build("all.slnx", "--no-restore", "-p:ProtoGenOutput=Files")).Succeeded().Findings);
    }
}
