namespace ProtoGen.Package.Tests;

/// <summary>Checks projects in which other source generators, such as Razor, use generated types.</summary>
[Collection(PackageCollection.Name)]
public sealed class OutputModeTests(PackageFeed feed)
{
    private const string Reply = """
        syntax = "proto3";
        package demo;
        import "common.proto";
        message Reply { string text = 1; int32 id = 2; common.Money price = 3; }
        """;

    // One file for each consumer, so that an error names it.
    private static readonly Dictionary<string, string> Consumers = new()
    {
        ["Show.razor"] = """
            @using Demo
            @using Microsoft.AspNetCore.Components
            @typeparam T
            <p>@Value?.Text</p>
            @code {
                [Parameter] public Reply? Value { get; set; }
                [Parameter] public EventCallback<Reply> ValueChanged { get; set; }
                [Parameter] public T? Other { get; set; }
            }
            """,
        ["Page.razor"] = """
            @using Demo
            <Show @bind-Value="_reply" Other="@(new Reply())" T="Reply" />
            <Show T="Reply" Value="_reply" ValueChanged="@(reply => _reply = reply)" />
            @code { Reply? _reply = new() { Text = "x" }; }
            """,
        ["Pages/Index.cshtml"] = "@page\n@model Demo.Reply\n<p>@Model.Text</p>\n",
        ["Log.cs"] = """
            using Demo;
            static partial class Log
            {
                [LoggerMessage(Level = LogLevel.Warning, Message = "Got {reply}")]
                public static partial void Got(ILogger logger, Reply reply);
            }
            """,
        ["Context.cs"] = """
            using System.Text.Json.Serialization;
            using Demo;
            [JsonSerializable(typeof(Reply))]
            partial class Context : JsonSerializerContext;
            """,
        ["ViewModel.cs"] = """
            using CommunityToolkit.Mvvm.ComponentModel;
            using CommunityToolkit.Mvvm.Input;
            using Demo;
            partial class ViewModel : ObservableObject
            {
                [ObservableProperty] private Reply? _current;
                [RelayCommand] private void Show(Reply reply) => Current = reply;
            }
            """,
        ["Maps.cs"] = """
            using Demo;
            using Riok.Mapperly.Abstractions;
            record Dto(string Text, int Id);
            [Mapper]
            static partial class Maps
            {
                [MapperIgnoreSource(nameof(Reply.Price))]
                public static partial Dto Map(Reply reply);
            }
            """,
        ["Program.cs"] = """
            using Demo;
            var reply = new Reply { Text = "hello", Id = 3, Price = new Common.Money { Units = 2 } };
            var app = WebApplication.CreateSlimBuilder().Build();
            app.MapPost("/reply", (Reply body) => TypedResults.Ok(body));
            var model = new ViewModel { Current = reply };
            model.ShowCommand.Execute(reply);
            Console.WriteLine($"{Maps.Map(reply)} {Context.Default.Reply.Type.Name} {model.Current.Text}");
            Log.Got(app.Logger, reply);
            """,
    };

    [Fact]
    public async Task GeneratedTypesAreSeenByOtherGenerators()
    {
        var project = Create("consumers");
        Assert.Empty((await project.Build("App")).Succeeded().Findings);
        Assert.True(File.Exists(Path.Combine(project.Folder, "App/obj/Debug/net10.0/Reply.cs")));
        Assert.Contains("Dto { Text = hello, Id = 3 } Reply hello", (await project.RunBuilt("App/App.csproj")).Succeeded().Output);

        // A build with nothing changed writes nothing and does not run the compiler.
        var assembly = Path.Combine(project.Folder, "App/obj/Debug/net10.0/App.dll");
        var time = File.GetLastWriteTimeUtc(assembly);
        (await project.Build("App", "--no-restore")).Succeeded();
        Assert.Equal(time, File.GetLastWriteTimeUtc(assembly));

        // In Compiler mode a warning names the cause at each use.
        var compiler = (await project.Build("App", "--no-restore", "-p:ProtoGenOutput=Compiler")).Failed().Findings;
        foreach (var place in (string[])["Log.cs(5,", "Context.cs(3,", "ViewModel.cs(6,", "ViewModel.cs(7,", "Maps.cs(8,"])
        {
            Assert.Contains(
                compiler,
                line => line.Contains(place, StringComparison.Ordinal)
                    && line.Contains("warning PG4018: ProtoGen generates 'Reply'", StringComparison.Ordinal));
        }

        // A clean deletes the files of the mode.
        (await project.Run("clean", "App", "-nologo", "-v:q")).Succeeded();
        Assert.False(File.Exists(Path.Combine(project.Folder, "App/obj/Debug/net10.0/Reply.cs")));
    }

    [Fact]
    public async Task FilesEqualTheCompilersOutputAndAreInTheFolderOfTheItem()
    {
        var project = feed.CreateProject("files")
            .Write("Lib/Lib.csproj", CsProj.Library("""
                <Protobuf Include="a.proto" />
                <Protobuf Include="deep/b_c.proto" OutputDir="../Other/Generated" CompileOutputs="false" />
                </ItemGroup>
                <Target Name="EditOutput" AfterTargets="Protobuf_AfterCompile">
                  <WriteLinesToFile File="$(IntermediateOutputPath)A.cs" Lines="namespace N { class Hooked { } }" Condition="'$(Hook)' == 'true'" />
                </Target>
                <ItemGroup>
                """))
            .Write("Lib/a.proto", "syntax = \"proto3\"; package n; message A { string s = 1; map<string, A> m = 2; }")
            .Write("Lib/deep/b_c.proto", "syntax = \"proto3\"; package n; message B { }")
            .Write("Lib/Use.cs", "class Use { N.A? a; }");
        (await project.Build("Lib")).Succeeded();
        var written = await File.ReadAllTextAsync(Path.Combine(project.Folder, "Lib/obj/Debug/net10.0/A.cs"));
        Assert.True(File.Exists(Path.Combine(project.Folder, "Other/Generated/deep/BC.cs")));

        (await project.Build(
            "Lib", "--no-restore", "-t:Rebuild", "-p:ProtoGenOutput=Compiler", "-p:EmitCompilerGeneratedFiles=true",
            "-p:CompilerGeneratedFilesOutputPath=obj/generated")).Succeeded();
        var compiled = Directory.GetFiles(Path.Combine(project.Folder, "Lib/obj/generated"), "a.Messages.g.cs", SearchOption.AllDirectories)
            .Single();
        Assert.Equal((await File.ReadAllTextAsync(compiled)).TrimStart('\uFEFF'), written);

        project.Write("Lib/Use.cs", "class Use { N.Hooked? a; }");
        (await project.Build("Lib", "--no-restore", "-p:Hook=true")).Succeeded();

        // A clean also deletes the files in the folder of another project, but only those that ProtoGen wrote.
        (await project.Run("clean", "Lib", "-nologo", "-v:q")).Succeeded();
        Assert.False(File.Exists(Path.Combine(project.Folder, "Other/Generated/deep/BC.cs")));
    }

    private TestProject Create(string name)
    {
        var project = feed.CreateProject(name)
            .Write("Lib/Lib.csproj", CsProj.Library())
            .Write("Lib/common.proto", "syntax = \"proto3\"; package common; message Money { int64 units = 1; string code = 2; }")
            .Write("App/App.csproj", CsProj.Web(
                "<PackageReference Include=\"CommunityToolkit.Mvvm\" Version=\"8.4.2\" /><PackageReference Include=\"Riok.Mapperly\" Version=\"4.3.1\" />"
                + "<ProjectReference Include=\"../Lib/Lib.csproj\" />",
                "<EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>"))
            .Write("App/reply.proto", Reply);
        foreach (var (path, text) in Consumers) project.Write("App/" + path, text);
        return project;
    }
}
