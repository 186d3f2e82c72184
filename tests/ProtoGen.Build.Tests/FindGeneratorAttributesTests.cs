using Microsoft.Build.Utilities;
using ProtoGen.Testing;

namespace ProtoGen.Build.Tests;

public sealed class FindGeneratorAttributesTests
{
    [Theory]
    [InlineData("partial class C { [LoggerMessage(Level = 1)] static partial void Got(Reply reply); }")]
    [InlineData("[global::System.Text.Json.Serialization.JsonSerializableAttribute(typeof(Reply))] partial class C;")]
    [InlineData("[Obsolete, LoggerMessage]")]
    [InlineData("[JsonSerializable\n    (typeof(Reply))]")]
    public void FileThatUsesAnAttributeIsFound(string text) => Assert.EndsWith("Found.cs", Find(text));

    [Theory]
    [InlineData("var log = LoggerMessage.Define(LogLevel.Warning);")]
    [InlineData("class MyLoggerMessage() : JsonSerializableThing();")]
    [InlineData("")]
    public void OtherUsesOfTheNameAreNotFound(string text) => Assert.Equal("", Find(text));

    private static string Find(string text)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "Found.cs");
        File.WriteAllText(path, text);
        var task = new FindGeneratorAttributes
        {
            SourceFiles = [new TaskItem(Path.Combine(folder.Path, "Missing.cs")), new TaskItem(path)],
            Attributes = [new TaskItem("LoggerMessage"), new TaskItem("JsonSerializable")],
        };
        Assert.True(task.Execute());
        return task.Found;
    }
}
