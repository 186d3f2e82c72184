namespace ProtoGen.Package.Tests;

/// <summary>Checks definitions for which the code of protoc and grpc_csharp_plugin uses a name twice and does not compile.</summary>
[Collection(PackageCollection.Name)]
public sealed class FreedNamesTests(PackageFeed feed)
{
    private const string Proto = """
        syntax = "proto3";
        package demo;
        message Descriptor { string descriptor = 1; Parser parser = 2; }
        message Parser { message Clone { string text = 1; } Clone clone = 1; }
        message Mutation {
          optional string body = 1;
          optional bool clear_body = 2;
          oneof choice { bytes data = 3; bool clear_data = 4; int32 choice_case = 5; }
          optional int32 count = 6;
          optional int32 has_count = 7;
          int32 count_field_number = 8;
        }
        service Talk {
          rpc Say(Mutation) returns (Mutation);
          rpc SayAsync(Mutation) returns (Mutation);
          rpc request(Mutation) returns (Mutation);
          rpc headers(Mutation) returns (stream Mutation);
          rpc deadline(stream Mutation) returns (Mutation);
          rpc CallInvoker(Mutation) returns (Mutation);
          rpc TalkClient(Mutation) returns (Mutation);
          rpc TalkBase(Mutation) returns (Mutation);
        }
        service BindService { rpc Get(Mutation) returns (Mutation); }
        """;

    private const string Program = """
        using Demo;
        using Google.Protobuf;

        var body = new Mutation { Body = "b", ClearBody_ = true, ClearData_ = true, Count = 1, HasCount_ = 2, CountFieldNumber_ = 3 };
        var copy = Mutation.Parser.ParseFrom(body.ToByteArray());
        Console.WriteLine($"{copy.Equals(body)} {copy} {Mutation.Parser.ParseJson(copy.ToString()).Equals(copy)}");
        foreach (var field in Mutation.Descriptor.Fields.InDeclarationOrder().Where(field => field.HasPresence))
        {
            var before = field.Accessor.HasValue(copy);
            field.Accessor.Clear(copy);
            Console.WriteLine($"{field.Name} {before} {field.Accessor.HasValue(copy)}");
        }

        var descriptor = new Descriptor_ { Descriptor__ = "d", Parser_ = new Parser_ { Clone_ = new Parser_.Types.Clone_ { Text = "c" } } };
        Console.WriteLine($"{descriptor} {descriptor.Clone().Equals(descriptor)} {Parser_.Types.Clone_.Descriptor.FullName}");
        var methods = typeof(Talk.TalkClient).GetMethods().Where(method => method.DeclaringType == typeof(Talk.TalkClient));
        Console.WriteLine(string.Join(" ", methods.Select(method => method.Name).Distinct()));
        Console.WriteLine($"{typeof(Talk.TalkBase_).IsAbstract} {BindService_.Descriptor.FullName}");
        """;

    [Fact]
    public async Task NamesThatProtocUsesTwiceCompileAndWork()
    {
        var project = feed.CreateProject("names")
            .Write("names.csproj", CsProj.Console(
                "<PackageReference Include=\"Grpc.Core.Api\" Version=\"2.85.0\" /><PackageReference Include=\"Google.Protobuf\" Version=\"3.36.2\" />"))
            .Write("demo.proto", Proto)
            .Write("Program.cs", Program);
        Assert.Empty((await project.Build("-warnaserror")).Succeeded().Findings);
        Assert.Equal(
            """
            True { "body": "b", "clearBody": true, "clearData": true, "count": 1, "hasCount": 2, "countFieldNumber": 3 } True
            body True False
            clear_body True False
            data False False
            clear_data True False
            choice_case False False
            count True False
            has_count True False
            { "descriptor": "d", "parser": { "clone": { "text": "c" } } } True demo.Parser.Clone
            Say SayAsync SayAsync_ SayAsyncAsync request requestAsync headers deadline CallInvoker_ CallInvokerAsync TalkClient_ TalkClientAsync TalkBase TalkBaseAsync
            True demo.BindService
            """,
            (await project.RunBuilt("names.csproj")).Succeeded().Output.Trim());
    }
}
