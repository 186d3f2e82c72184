namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ItemsTests(PackageFeed feed)
{
    private const string Header = "syntax = \"proto3\";\n";

    [Fact]
    public async Task ItemsWrittenForGrpcToolsKeepTheirMeaning()
    {
        var project = feed.CreateProject("items")
            .Write("App/App.csproj", CsProj.Console("""
                <Protobuf Include="Protos\**\*.proto" GrpcServices="none" />
                <Protobuf Update="Protos\hidden.proto" Access="Internal" />
                <Protobuf Include="..\shared\outer.proto" Link="Protos\outer.proto" />
                <Protobuf Include="../rooted/x/*.proto" ProtoRoot="../rooted/" />
                <Protobuf Include="user.proto" AdditionalImportDirs="..\include dir" />
                <Protobuf Include="../include dir/inc.proto" />
                </ItemGroup>
                <Target Name="MakeProto" BeforeTargets="Protobuf_BeforeCompile">
                  <WriteLinesToFile File="made.proto" Lines="syntax = &quot;proto3&quot;%3B message Made { }" Overwrite="true" />
                  <ItemGroup><Protobuf Include="made.proto" /></ItemGroup>
                </Target>
                <ItemGroup>
                """))
            .Write(
                "App/Protos/a b/grüße [1]#.proto", Header + "message Greeting { } service Left { rpc Out(Greeting) returns (Greeting); }")
            .Write("App/Protos/hidden.proto", Header + "message Hidden { }")
            .Write("App/Other/unlisted.proto", Header + "message Unlisted { }")
            .Write("App/user.proto", Header + "import \"inc.proto\"; message User { Inc inc = 1; }")
            .Write("shared/outer.proto", Header + "message Outer { }")
            .Write("rooted/x/y.proto", Header + "import \"x/z.proto\"; message Y { Z z = 1; }")
            .Write("rooted/x/z.proto", Header + "message Z { }")
            .Write("include dir/inc.proto", Header + "message Inc { }")
            .Write("App/Program.cs", """
                Google.Protobuf.IMessage[] messages = [new Greeting(), new Hidden(), new User(), new Inc(), new Outer(), new Y(), new Z(), new Made()];
                foreach (var message in messages) Console.WriteLine($"{message.Descriptor.File.Name} {message.GetType().IsPublic}");
                var assembly = typeof(Greeting).Assembly;
                Console.WriteLine(assembly.GetType("Unlisted") is null && assembly.GetType("Left") is null);
                """);
        Assert.Empty((await project.Build("App")).Succeeded().Findings);
        var run = (await project.RunBuilt("App")).Succeeded();
        Assert.Equal(
            [
                "Protos/a b/grüße [1]#.proto True", "Protos/hidden.proto False", "user.proto True", "inc.proto True", "outer.proto True",
                "x/y.proto True", "x/z.proto True", "made.proto True", "True",
            ],
            run.Output.Trim().Split('\n'));
    }

    [Fact]
    public async Task RootsAreInferredFromImportsWithoutItems()
    {
        var project = feed.CreateProject("found")
            .Write("found.csproj", CsProj.Console("<Protobuf Update=\"Protos/api/a.proto\" Access=\"Internal\" />"))
            .Write("Protos/api/a.proto", Header + "import \"common/x.proto\"; message A { X x = 1; }")
            .Write("Protos/common/x.proto", Header + "message X { }")
            .Write("node_modules/p/p.proto", "nonsense")
            .Write("bin/b.proto", "nonsense")
            .Write("Program.cs", "Console.WriteLine($\"{A.Descriptor.File.Name} {X.Descriptor.File.Name} {typeof(A).IsPublic}\");");
        Assert.Empty((await project.Build()).Succeeded().Findings);
        Assert.Equal("api/a.proto common/x.proto False", (await project.RunBuilt("found.csproj")).Succeeded().Output.Trim());

        project.Delete("Protos/common/x.proto").Write("Protos/common/y.proto", Header + "message X { }")
            .Write("Protos/api/a.proto", Header + "import \"common/y.proto\"; message A { X x = 1; }");
        Assert.Empty((await project.Build("--no-restore")).Succeeded().Findings);
        Assert.Equal("api/a.proto common/y.proto False", (await project.RunBuilt("found.csproj")).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task PackageReferenceWrittenForGrpcToolsWorks()
    {
        const string reference = """
            <PackageReference Update="ProtoGen.SourceGenerator">
              <PrivateAssets>all</PrivateAssets>
              <IncludeAssets>runtime; build; native; contentfiles; analyzers; buildtransitive</IncludeAssets>
            </PackageReference>
            <PackageReference Include="Grpc.Core.Api" Version="2.85.0" />
            """;
        const string written =
            "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>";
        var project = feed.CreateProject("assets")
            .Write("assets.csproj", CsProj.Console(reference, written))
            .Write("a.proto", Header + "message A { } service S { rpc M(A) returns (A); }")
            .Write("Program.cs", "Console.WriteLine(new A() + typeof(S.SBase).Name);");
        Assert.Empty((await project.Build()).Succeeded().Findings);
        Assert.Equal("{ }SBase", (await project.RunBuilt("assets.csproj")).Succeeded().Output.Trim());

        // The files that were written for reading are now in the project, but are not compiled a second time.
        project.Write("Program.cs", "Console.WriteLine(new A());");
        Assert.Empty((await project.Build("--no-restore")).Succeeded().Findings);
    }

    [Fact]
    public async Task VendoredFilesOfReferencedPackagesAreOnlyImported()
    {
        const string newer = Header + "package google.{0}; option csharp_namespace = \"Google.{1}\"; message {2} {{ }} message Newer {{ }}";
        var project = feed.CreateProject("vendored")
            .Write("vendored.csproj", CsProj.Console("<PackageReference Include=\"Google.Api.CommonProtos\" Version=\"2.0.0\" />"))
            .Write("Protos/google/protobuf/timestamp.proto", string.Format(null, newer, "protobuf", "Protobuf.WellKnownTypes", "Timestamp"))
            .Write("Protos/google/type/date.proto", string.Format(null, newer, "type", "Type", "Date"))
            .Write("Protos/a.proto", Header + """
                import "google/protobuf/timestamp.proto";
                import "google/type/date.proto";
                message A { google.protobuf.Timestamp at = 1; google.type.Date on = 2; }
                """)
            .Write("Program.cs", """
                var a = new A { At = new(), On = new() };
                Console.WriteLine($"{a.At.GetType().Assembly.GetName().Name} {a.On.GetType().Assembly.GetName().Name}");
                """);
        Assert.Empty((await project.Build("-warnaserror")).Succeeded().Findings);
        Assert.Equal("Google.Protobuf Google.Api.CommonProtos", (await project.RunBuilt("vendored.csproj")).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task PrivateReferenceThatAloneBringsGoogleProtobufIsOneError()
    {
        const string reference = "<PackageReference Update=\"ProtoGen.SourceGenerator\" PrivateAssets=\"all\" />";
        var project = feed.CreateProject("private")
            .Write("private.csproj", CsProj.Library(reference))
            .Write("a.proto", Header + "message A { }");
        Assert.Contains(
            "error PG4021: Programs that use this library would not find Google.Protobuf",
            Assert.Single((await project.Build()).Failed().Findings));

        project.Write("private.csproj", CsProj.Library(reference + "<PackageReference Include=\"Google.Protobuf\" Version=\"3.25.1\" />"));
        Assert.Empty((await project.Build()).Succeeded().Findings);
    }

    [Fact]
    public async Task ProjectUsesTypesOfReferencedProject()
    {
        const string shared = Header + "package shared; message Money { int64 units = 1; }";
        var project = feed.CreateProject("shared")
            .Write("A/A.csproj", CsProj.Library())
            .Write("A/Protos/money.proto", shared)
            .Write("B/B.csproj", CsProj.Console("""
                <ProjectReference Include="../A/A.csproj" />
                <Protobuf Include="../A/Protos/money.proto" ProtoRoot="../A/Protos" />
                <Protobuf Include="order.proto" />
                """))
            .Write("B/order.proto", Header + "package orders; import \"money.proto\"; message Order { shared.Money total = 1; }")
            .Write("B/Program.cs", """
                var order = new Orders.Order { Total = new Shared.Money { Units = 3 } };
                Console.WriteLine($"{order.Total.Units} {order.Total.GetType().Assembly.GetName().Name}");
                """);
        Assert.Empty((await project.Build("B", "-warnaserror")).Succeeded().Findings);
        Assert.Equal("3 A", (await project.RunBuilt("B")).Succeeded().Output.Trim());
    }
}
