using System.Reflection;
using System.Runtime.Loader;

namespace ProtoGen.Runtime.Tests;

public sealed class ContextLayoutTests
{
    private const int Kinds = 4;

    [Fact]
    public void ContiguousInputOfEveryKindIsRecognized() => Assert.Equal(Kinds, ContextMemory.Learn());

    [Fact]
    public void InputOfAStreamIsNotRecognized() => Assert.Null(ContextLayout.Learn(ContextInput.Stream));

    [Fact]
    public void BufferOfOutputIsRecognized() => Assert.True(ContextOutput.Learn());

    [Theory]
    [InlineData("oldest")]
    [InlineData("newest")]
    public void InputAndOutputOfEverySupportedGoogleProtobufAreRecognized(string version)
    {
        var context = new AssemblyLoadContext(version, isCollectible: true);
        context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, version, "Google.Protobuf.dll"));
        var runtime = context.LoadFromAssemblyPath(typeof(ContextMemory).Assembly.Location);
        Assert.Equal(Kinds, Learn(typeof(ContextMemory)));
        Assert.Equal(true, Learn(typeof(ContextOutput)));

        object? Learn(Type type) => runtime.GetType(type.FullName!, throwOnError: true)!
            .GetMethod("Learn", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
    }
}
