using System.Reflection;
using System.Runtime.Loader;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class DeferredAccessorTests
{
    private static readonly ProtoSource Source = new("deferred.proto", """
        syntax = "proto3";
        package deferred;
        message Outer { int32 number = 1; map<string, Inner> map = 2; oneof choice { string text = 3; Inner inner = 4; }
          message Inner { optional string name = 1; } }
        """);

    // Runs in the context of the test, where the types are others than the test's own.
    private const string Calls = """
        public static class Calls {
          public static string BeforeUse() => Assembly();
          public static string AfterUse() {
            Deferred.Outer.Types.Inner.Descriptor.Fields[1].Accessor.GetValue(new Deferred.Outer.Types.Inner());
            return Assembly();
          }
          private static string Assembly() => Deferred.Outer.Types.Inner.Descriptor.Fields[1].Accessor.GetType().Assembly.GetName().Name;
        }
        """;

    public static TheoryData<string> Names => Shapes.Names;

    [Theory]
    [InlineData("newest", "ProtoGen.Runtime")]
    // The oldest version keeps the name of the property in a field of another name.
    [InlineData("oldest", "Google.Protobuf")]
    public void FirstUseCreatesAccessor(string version, string expectedBefore)
    {
        var calls = GeneratedCode.Load("Calls", [.. OurCode.Generate([Source]), Calls], new VersionContext(version)).Type("Calls");
        Assert.Equal([expectedBefore, "Google.Protobuf"], [Call("BeforeUse"), Call("AfterUse")]);

        object? Call(string method) => calls.GetMethod(method)!.Invoke(null, null);
    }

    [Fact]
    public void AccessorThatWasKeptSharesTheActualOne()
    {
        var outer = GeneratedCode.Load("Kept", OurCode.Generate([Source])).Message("Deferred.Outer");
        var field = outer.Descriptor.Fields[1];
        var kept = field.Accessor;
        var message = outer.Parse([]);
        kept.SetValue(message, 5);
        Assert.Equal(5, kept.GetValue(message));
        Assert.Same(field, kept.Descriptor);
        Assert.NotSame(kept, field.Accessor);
        Assert.Equal(5, field.Accessor.GetValue(message));
        kept.Clear(message);
        Assert.Equal([], message.ToByteArray());
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void AccessorsActAsProtocs(string name)
    {
        var (theirs, ours) = (Shapes.Theirs.Message(name), Shapes.Ours.Message(name));
        foreach (var field in theirs.Descriptor.Fields.InDeclarationOrder())
        {
            var own = ours.Descriptor.FindFieldByNumber(field.FieldNumber);
            Assert.Equal(field.PropertyName, own.PropertyName);
            var data = new RandomWire(1).Message(theirs.Descriptor);
            Assert.Equal(Walk(field, theirs.Parser.ParseFrom(data)), Walk(own, ours.Parser.ParseFrom(data)));
        }
    }

    /// <summary>Calls all members of the accessor and returns what can be compared.</summary>
    private static string[] Walk(FieldDescriptor field, IMessage message)
    {
        var accessor = field.Accessor;
        return
        [
            Try(() => accessor.HasValue(message)),
            Try(() => accessor.GetValue(message)),
            Try(() =>
            {
                accessor.SetValue(message, accessor.GetValue(message));
                return Convert.ToHexString(message.ToByteArray());
            }),
            Try(() =>
            {
                accessor.Clear(message);
                return Convert.ToHexString(message.ToByteArray());
            }),
            Try(() => accessor.HasValue(message)),
        ];

        static string Try(Func<object> call)
        {
            try
            {
                return call()?.ToString() ?? "null";
            }
            catch (Exception error)
            {
                return $"{error.GetType()}: {error.Message}";
            }
        }
    }

    /// <summary>Loads one version of Google.Protobuf, also for code that was compiled with a later one.</summary>
    private sealed class VersionContext(string version) : AssemblyLoadContext(version, isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
        {
            "Google.Protobuf" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Name!, "Google.Protobuf.dll")),
            "ProtoGen.Runtime" => LoadFromAssemblyPath(typeof(DeferredAccessor).Assembly.Location),
            _ => null,
        };
    }
}
