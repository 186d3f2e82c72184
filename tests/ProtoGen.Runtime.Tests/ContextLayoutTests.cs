using System.Reflection;
using System.Runtime.Loader;

namespace ProtoGen.Runtime.Tests;

public sealed class ContextLayoutTests
{
    private const int Kinds = 3;

    [Fact]
    public void ContiguousInputOfEveryKindIsRecognized() => Assert.Equal(Kinds, ContextMemory.Learn());

    [Fact]
    public void InputOfAStreamIsNotRecognized() => Assert.Null(ContextLayout.Learn(ContextInput.Stream));

    [Fact]
    public void ContiguousInputOfTheNewestGoogleProtobufIsRecognized()
    {
        var versions = new AssemblyLoadContext("newest", isCollectible: true);
        versions.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "newest", "Google.Protobuf.dll"));
        var learn = versions.LoadFromAssemblyPath(typeof(ContextMemory).Assembly.Location)
            .GetType(typeof(ContextMemory).FullName!, throwOnError: true)!
            .GetMethod(nameof(ContextMemory.Learn), BindingFlags.Public | BindingFlags.Static)!;
        Assert.Equal(Kinds, learn.Invoke(null, null));
    }
}
