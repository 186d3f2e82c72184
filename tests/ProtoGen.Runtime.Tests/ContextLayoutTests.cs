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

    [Theory]
    [InlineData("oldest")]
    [InlineData("newest")]
    public void ContiguousInputOfEverySupportedGoogleProtobufIsRecognized(string version)
    {
        var context = new AssemblyLoadContext(version, isCollectible: true);
        context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, version, "Google.Protobuf.dll"));
        var learn = context.LoadFromAssemblyPath(typeof(ContextMemory).Assembly.Location)
            .GetType(typeof(ContextMemory).FullName!, throwOnError: true)!
            .GetMethod(nameof(ContextMemory.Learn), BindingFlags.Public | BindingFlags.Static)!;
        Assert.Equal(Kinds, learn.Invoke(null, null));
    }
}
