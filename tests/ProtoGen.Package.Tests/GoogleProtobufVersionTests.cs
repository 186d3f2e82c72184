namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class GoogleProtobufVersionTests(PackageFeed feed)
{
    private const string Proto = """
        syntax = "proto2";
        package demo;
        import "google/protobuf/struct.proto";
        import "google/protobuf/wrappers.proto";
        message Greeting {
          required string text = 1;
          repeated sint64 ids = 2;
          map<string, Mood> moods = 3;
          optional google.protobuf.Struct more = 4;
          optional google.protobuf.Int32Value count = 5;
          oneof last { bytes data = 6; Greeting inner = 7; }
          optional group Part = 8 { optional double size = 1; }
          extensions 100 to max;
        }
        enum Mood { MOOD_UNSPECIFIED = 0; MOOD_GOOD = 1; }
        extend Greeting { optional string note = 100; repeated Greeting others = 101; }
        """;

    private const string Proto3 = """
        syntax = "proto3";
        package demo;
        message Numbers {
          repeated int32 values = 1;
          repeated double unpacked = 2 [packed = false];
          repeated Kind kinds = 3;
          optional string name = 4;
          map<int32, Numbers> more = 5;
          enum Kind { KIND_UNSPECIFIED = 0; KIND_PRIME = 1; }
        }
        """;

    private const string Program = """
        using System.Buffers;
        using Demo;
        using Google.Protobuf;
        using Google.Protobuf.WellKnownTypes;
        using ProtoGen.Runtime.Json;
        using ProtoGen.Runtime.Text;

        var greeting = new Greeting
        {
            Text = "hi", Ids = { -1, 2 }, Moods = { ["now"] = Mood.Good }, Count = 0, Data = ByteString.CopyFrom(1, 2),
            Part = new() { Size = 0.5 },
            More = new Struct { Fields = { ["a"] = Value.ForList(Value.ForNumber(1), Value.ForNull()) } },
        };
        greeting.SetExtension(GreetingExtensions.Note, "n");
        greeting.GetOrInitializeExtension(GreetingExtensions.Others).Add(new Greeting { Text = "other" });
        var registry = new ExtensionRegistry { GreetingExtensions.Note, GreetingExtensions.Others };

        var bytes = greeting.ToByteArray();
        Console.WriteLine(Convert.ToHexString(bytes));
        var written = new ArrayBufferWriter<byte>();
        greeting.WriteTo(written);
        Console.WriteLine(bytes.AsSpan().SequenceEqual(written.WrittenSpan));
        Console.WriteLine(((IMessage)greeting).ToByteString().Span.SequenceEqual(bytes));

        var parsed = Greeting.Parser.WithExtensionRegistry(registry).ParseFrom(bytes);
        Console.WriteLine($"{parsed.Equals(greeting)} {parsed.GetExtension(GreetingExtensions.Note)}");
        Console.WriteLine(parsed.GetExtension(GreetingExtensions.Others)[0].Text);
        Console.WriteLine(Greeting.ParseFrom(bytes.AsSpan()).ToByteArray().AsSpan().SequenceEqual(bytes));
        Console.WriteLine(Greeting.ParseFrom(Split(bytes)).Clone().CalculateSize() == bytes.Length);

        greeting.ClearExtension(GreetingExtensions.Note);
        greeting.ClearExtension(GreetingExtensions.Others);
        var json = greeting.ToJson();
        Console.WriteLine(json);
        Console.WriteLine($"{Greeting.ParseJson(json).Equals(greeting)} {Greeting.Parser.ParseJson(json).Equals(greeting)} {greeting}");
        // Versions before 3.21 lack the method.
        var preserve = typeof(JsonFormatter.Settings).GetMethod("WithPreserveProtoFieldNames");
        var settings = (JsonFormatter.Settings?)preserve?.Invoke(JsonFormatter.Settings.Default, [true]) ?? JsonFormatter.Settings.Default;
        Console.WriteLine(greeting.ToJson(JsonWriteOptions.From(settings)) == json);
        foreach (var field in Greeting.Descriptor.Fields.InDeclarationOrder())
            Console.WriteLine($"{field.Name} {(field.Accessor.GetValue(greeting) is null ? "null" : "set")}");

        var numbers = new Numbers
        {
            Values = { 1, -2 }, Unpacked = { 0.5 }, Kinds = { Numbers.Types.Kind.Prime }, Name = "",
            More = { [3] = new Numbers { Values = { 4 } } },
        };
        Console.WriteLine($"{numbers.ToJson()} {Numbers.ParseJson(numbers.ToJson()).Equals(numbers)}");
        Console.WriteLine($"{numbers.ToText()} {Numbers.ParseText(numbers.ToText()).Equals(numbers)}");
        Console.WriteLine($"{numbers} {Numbers.Parser.ParseFrom(numbers.ToByteArray()).Equals(numbers)}");

        // Long data in several segments.
        var longer = new Greeting { Text = new string('x', 100_000) };
        Console.WriteLine(Greeting.ParseFrom(Split(longer.ToByteArray())).Equals(longer));
        try { Greeting.ParseFrom(new byte[] { 10, 5 }); }
        catch (InvalidProtocolBufferException exception) { Console.WriteLine(exception.Message); }

        static ReadOnlySequence<byte> Split(byte[] data)
        {
            var last = new Segment(data.AsMemory(data.Length / 2), data.Length / 2);
            return new(new Segment(data.AsMemory(0, data.Length / 2), 0, last), 0, last, last.Memory.Length);
        }

        sealed class Segment : ReadOnlySequenceSegment<byte>
        {
            public Segment(ReadOnlyMemory<byte> memory, long index, Segment? next = null)
            {
                Memory = memory;
                RunningIndex = index;
                Next = next;
            }
        }
        """;

    [Fact]
    public async Task ProgramRunsTheSameOnOldAndNewVersions()
    {
        var outputs = new List<string>();
        foreach (var version in (string[])["3.17.3", "3.21.9", "3.25.1", "3.36.2"])
        {
            var project = feed.CreateProject("protobuf-" + version)
                .Write("app.csproj", CsProj.Console(
                    $"<PackageReference Include=\"Google.Protobuf\" Version=\"[{version}]\" />",
                    "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"))
                .Write("greeting.proto", Proto)
                .Write("numbers.proto", Proto3)
                .Write("Program.cs", Program);
            Assert.Empty((await project.Build()).Succeeded().Findings);
            outputs.Add((await project.RunBuilt("app.csproj")).Succeeded().Output);
        }

        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
        Assert.Contains("True True", outputs[0]);
        Assert.Contains("inner null", outputs[0]);
        Assert.DoesNotContain("False", outputs[0]);
    }
}
