using System.Text;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Inputs;

public sealed class EncodedSettingsTests
{
    [Theory]
    [InlineData("a;b#c")]
    [InlineData("line\r\nbreak=\u00e9,\ud83d\ude00'\"`%3b")]
    public void EncodedSettingsKeepEveryCharacter(string value)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ProtoRoot=x\u001FOutputOptions={value}"));
        var options = BuildOptions.Default.WithMetadata("a.proto", "Settings", encoded);

        var settings = SourceGenerator.Inputs.BuildOptions.ReadSettings(
            options.GetOptions(new ProtoText(Project.PathOf("a.proto"), "")), Project.Folder);

        Assert.Equal("/src/App/x", settings.Root);
        Assert.Equal(value.Split(';', ','), settings.Problems.Select(problem => problem.Value));
    }
}
