using System.Text.Json;

namespace ProtoGen.Package.Tests;

/// <summary>Checks builds of projects whose generated code is written to files or kept inside the compiler.</summary>
[Collection(PackageCollection.Name)]
public sealed class FilesModeTests(PackageFeed feed)
{
    private const string Header = "syntax = \"proto3\";\n";
    private const string First = Header + "message A { string first = 1; }";
    private const string ShowFields =
        "Console.WriteLine(\"fields: \" + string.Join(\",\", A.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name)));";

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("Files", true)]
    [InlineData("Compiler", false)]
    public async Task CopyOfTheProjectThatWpfCompilesSeesTheTypes(string output, bool writesFiles)
    {
        // A target of the SDK creates and compiles the copy. Here a property requires it instead of XAML, which compiles only on Windows.
        var project = feed.CreateProject("wpf-" + output)
            .Write("App.csproj", CsProj.Console(
                """
                <FrameworkReference Remove="Microsoft.WindowsDesktop.App.WPF" />
                </ItemGroup>
                <Target Name="RequireCopy">
                  <PropertyGroup>
                    <_RequireMCPass2ForMainAssembly>true</_RequireMCPass2ForMainAssembly>
                  </PropertyGroup>
                </Target>
                <Target Name="CompileCopy" BeforeTargets="PrepareResources" DependsOnTargets="RequireCopy;GenerateTemporaryTargetAssembly" />
                <ItemGroup>
                """,
                $"""
                <UseWPF>true</UseWPF>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                <GenerateTemporaryTargetAssemblyDebuggingInformation>true</GenerateTemporaryTargetAssemblyDebuggingInformation>
                <ProtoGenOutput>{output}</ProtoGenOutput>
                """,
                "net10.0-windows"))
            .Write("a.proto", Header + "import \"google/protobuf/any.proto\";\nmessage A { string first = 1; }")
            .Write("Program.cs", ShowFields);
        // The warning about the unused import comes from the project only, not from its copy as well.
        var finding = Assert.Single((await project.Build("App.csproj")).Succeeded().Output.Split('\n').Where(IsWarning).Distinct());
        Assert.Contains("warning PG2006", finding);
        Assert.Contains("App.csproj]", finding);
        Assert.Single(Directory.GetFiles(project.Folder, "App_*_wpftmp.csproj"));
        Assert.Equal("fields: first\n", (await project.Run("exec", "bin/Debug/net10.0-windows/App.dll")).Succeeded().Output);
        var intermediate = Directory.GetFiles(Path.Combine(project.Folder, "obj"), "*", SearchOption.AllDirectories);
        Assert.Equal(writesFiles, intermediate.Any(file => Path.GetFileName(file) == "A.cs"));
        Assert.DoesNotContain(intermediate, file => file.Contains("wpftmp.csproj.ProtoGen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Files")]
    [InlineData("Compiler")]
    public async Task DotnetWatchBuildsAgainWhenAProtoChanges(string output)
    {
        var project = feed.CreateProject("watch-" + output)
            .Write("watch.csproj", CsProj.Console(properties: $"<ProtoGenOutput>{output}</ProtoGenOutput>"))
            .Write("Protos/a.proto", First)
            .Write("Program.cs", ShowFields);
        using var watch = project.Start("watch", "run", "--non-interactive");
        await watch.WaitFor("fields: first");
        await watch.WaitFor("Waiting for a file to change");
        project.Write("Protos/a.proto", First.Replace("first", "second", StringComparison.Ordinal));
        await watch.WaitFor("fields: second");
    }

    [Fact]
    public async Task ChangingTheModeLeavesNoStaleFiles()
    {
        var project = feed.CreateProject("modes")
            .Write("App.csproj", CsProj.Console("<Protobuf Include=\"a.proto\" /><Protobuf Include=\"b.proto\" OutputDir=\"Generated\" />"))
            .Write("a.proto", First)
            .Write("b.proto", Header + "message B { }")
            .Write("Program.cs", "Console.WriteLine($\"{new A()}{new B()}\");");
        var files = new[] { "obj/Debug/net10.0/A.cs", "Generated/B.cs" }.Select(file => Path.Combine(project.Folder, file)).ToArray();
        foreach (var output in new[] { "Files", "Compiler", "Files", "Auto", "Compiler" })
        {
            var findings = (await project.Build("-p:ProtoGenOutput=" + output)).Succeeded().Findings;
            Assert.Equal(output == "Compiler" ? 1 : 0, findings.Length);
            Assert.All(findings, finding => Assert.Contains("warning PG4010", finding));
            Assert.All(files, file => Assert.Equal(output != "Compiler", File.Exists(file)));
            Assert.Equal("{ }{ }\n", (await project.Run("exec", "bin/Debug/net10.0/App.dll")).Succeeded().Output);
        }
    }

    [Theory]
    [InlineData("Files")]
    [InlineData("Compiler")]
    public async Task DesignTimeBuildPassesTheTypesToTheCompiler(string output)
    {
        var project = feed.CreateProject("design-" + output)
            .Write("App.csproj", CsProj.Console(properties: $"<ProtoGenOutput>{output}</ProtoGenOutput>"))
            .Write("a.proto", First)
            .Write("Program.cs", ShowFields);
        (await project.Run("restore")).Succeeded();
        var result = (await project.Run(
            "msbuild", "-nodeReuse:false", "-t:Compile",
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildingProject=false",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs")).Succeeded();
        using var json = JsonDocument.Parse(result.Output);
        var arguments = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)
            .ToArray();
        Assert.Equal(output == "Files", arguments.Contains("obj/Debug/net10.0/A.cs"));
        Assert.Equal(output == "Files", File.Exists(Path.Combine(project.Folder, "obj/Debug/net10.0/A.cs")));
        Assert.Contains(
            arguments,
            argument => argument.StartsWith("/additionalfile:", StringComparison.Ordinal)
                && argument.EndsWith("a.proto", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Files")]
    [InlineData("Compiler")]
    public async Task ProjectsOfASolutionCompileASharedFolderInParallel(string output)
    {
        var project = feed.CreateProject("solution-" + output);
        string[] names = ["One", "Two", "Three"];
        foreach (var name in names)
        {
            project.Write($"{name}/{name}.csproj", CsProj.Library(
                    "<Protobuf Include=\"../shared/**/*.proto\" ProtoRoot=\"../shared\" />",
                    $"<ProtoGenOutput>{output}</ProtoGenOutput><LangVersion>latest</LangVersion><ImplicitUsings>disable</ImplicitUsings>",
                    "net10.0;netstandard2.0"))
                .Write($"{name}/Use.cs", "class Use { Shared.A Get(Shared.B b) => new Shared.A { B = b }; }");
        }

        project.Write("shared/a.proto", Header + "package shared; import \"deep/b.proto\"; message A { B b = 1; }")
            .Write("shared/deep/b.proto", Header + "package shared; message B { }")
            .Write("all.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        Assert.Empty((await project.Build("all.slnx", "-m", "-graph", "-bl:build.binlog")).Succeeded().Findings);
        Assert.Empty((await project.Build("all.slnx", "-m", "--no-restore", "--no-incremental")).Succeeded().Findings);
        Assert.Equal(
            output == "Files" ? 12 : 0, Directory.GetFiles(project.Folder, "?.cs", SearchOption.AllDirectories).Length);
        (await project.Run("clean", "all.slnx", "-nologo", "-v:q", "-nodeReuse:false")).Succeeded();
        Assert.Empty(Directory.GetFiles(project.Folder, "?.cs", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Files")]
    [InlineData("Compiler")]
    public async Task CodeThatGrpcToolsLeftIsTheOnlyError(string output)
    {
        var project = feed.CreateProject("leftover-" + output)
            .Write("leftover.csproj", CsProj.Library("<Protobuf Include=\"a.proto\" />", $"<ProtoGenOutput>{output}</ProtoGenOutput>"))
            .Write("a.proto", First)
            .Write("Generated/A.cs", """
                // <auto-generated>
                //     Generated by the protocol buffer compiler.  DO NOT EDIT!
                //     source: a.proto
                // </auto-generated>
                #nullable disable
                public static partial class AReflection { }
                public sealed partial class A { public A() { } }
                """);
        Assert.Contains("error PG4103: protoc generated", Assert.Single((await project.Build()).Failed().Findings));
        project.Delete("Generated/A.cs");
        Assert.Empty((await project.Build("--no-restore")).Succeeded().Findings);
    }

    [Theory]
    [InlineData("Files")]
    [InlineData("Compiler")]
    public async Task NamesAndMetadataCanHoldAnyCharacter(string output)
    {
        const string folder = "in %1;a $(x) @(y) 'z' #é,=&!+~[b]{c}^";
        const string escaped = "in %251%3ba %24(x) %40(y) 'z' #é,=&amp;!+~[b]{c}^";
        var project = feed.CreateProject("characters-" + output)
            .Write("App.csproj", CsProj.Console(
                $"""
                <Protobuf Include="a.proto" AdditionalImportDirs="{escaped}" />
                <Protobuf Include="{escaped}/**/*.proto" ProtoRoot="{escaped}" />
                """,
                $"<ProtoGenOutput>{output}</ProtoGenOutput>"))
            .Write("a.proto", Header + "import \"b;c%41$(d).proto\"; message A { B b = 1; }")
            .Write(folder + "/b;c%41$(d).proto", Header + "message B { }")
            .Write("Program.cs", "Console.WriteLine(A.Descriptor.File.Dependencies[0].Name);");
        Assert.Empty((await project.Build()).Succeeded().Findings);
        Assert.Equal("b;c%41$(d).proto\n", (await project.Run("exec", "bin/Debug/net10.0/App.dll")).Succeeded().Output);
    }

    private static bool IsWarning(string line) => line.Contains(": warning ", StringComparison.Ordinal);
}
