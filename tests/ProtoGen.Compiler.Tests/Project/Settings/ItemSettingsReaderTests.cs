using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Tests.Project.Settings;

public sealed class ItemSettingsReaderTests
{
    [Fact]
    public void ItemWithoutMetadataHasDefaultSettings() => Assert.Equal(ItemSettings.Default, Read());

    [Theory]
    [InlineData("Both", GrpcServices.Both)]
    [InlineData("Client", GrpcServices.Client)]
    [InlineData("server", GrpcServices.Server)]
    [InlineData("None", GrpcServices.None)]
    public void GrpcServicesIsReadInAnyCase(string value, object services) =>
        Assert.Equal(services, Read(("GrpcServices", value)).GrpcServices);

    [Theory]
    [InlineData("Client;Server")]
    [InlineData("Client,Server")]
    [InlineData("Message")]
    public void UnknownGrpcServicesMeansBothAsWithGrpcTools(string value)
    {
        var settings = Read(("GrpcServices", value));
        Assert.Equal(GrpcServices.Both, settings.GrpcServices);
        Assert.Empty(settings.Problems);
    }

    [Fact]
    public void UnknownAccessMeansPublicAsWithGrpcTools() => Assert.Equal(ItemSettings.Default, Read(("Access", "Protected")));

    [Fact]
    public void AccessAppliesToMessagesAndServices()
    {
        var settings = Read(("Access", "Internal"));
        Assert.True(settings.InternalMessages);
        Assert.True(settings.InternalServices);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("True", true)]
    [InlineData("enable", true)]
    [InlineData("false", false)]
    public void NullableOverridesProjectSetting(string value, bool? expected) => Assert.Equal(expected, Read(("Nullable", value)).Nullable);

    [Fact]
    public void OutputOptionsApplyOnlyToMessages()
    {
        var settings = Read(("OutputOptions", "internal_access;serializable"));
        Assert.True(settings.InternalMessages);
        Assert.True(settings.Serializable);
        Assert.False(settings.InternalServices);
        Assert.Empty(settings.Problems);
    }

    [Fact]
    public void GrpcOutputOptionsSelectServiceSides() =>
        Assert.Equal(GrpcServices.Server, Read(("GrpcOutputOptions", "no_client")).GrpcServices);

    [Fact]
    public void RootsAreRelativeToTheProject() => Assert.Equal("/src/Protos", Read(("ProtoRoot", @"..\Protos\")).Root);

    [Fact]
    public void SeveralRootsAreTheLastImportFolders()
    {
        var settings = Read(("ProtoRoot", "../x;../y"), ("AdditionalImportDirs", "z"));
        Assert.Equal(["/src/App/z", "/src/x", "/src/y"], settings.ImportFolders);
        Assert.Null(settings.Root);
        Assert.True(settings.HasSeveralRoots);
    }

    [Fact]
    public void ImportFoldersKeepTheirOrder() =>
        Assert.Equal(["/b", "/src/App/a"], Read(("AdditionalImportDirs", "/b/; a ;")).ImportFolders);

    [Fact]
    public void SupportedProtocArgumentsAreApplied()
    {
        var settings = Read(
            ("AdditionalProtocArguments", "--proto_path=more;-Iyet;--csharp_opt=serializable;--experimental_allow_proto3_optional"));
        Assert.Equal(["/src/App/more", "/src/App/yet"], settings.ImportFolders);
        Assert.True(settings.Serializable);
        Assert.Empty(settings.Problems);
    }

    [Theory]
    [InlineData("--descriptor_set_out=out/a b.pb;--include_imports;--include_source_info;--retain_options", true)]
    [InlineData("-o;out/a b.pb", false)]
    [InlineData("-o/src/App/out/a b.pb", false)]
    [InlineData(@"--descriptor_set_out;out\a b.pb", false)]
    public void DescriptorSetIsRead(string arguments, bool withDetails)
    {
        var settings = Read(("AdditionalProtocArguments", arguments));
        Assert.Equal(new DescriptorSetSettings("/src/App/out/a b.pb", withDetails, withDetails, withDetails), settings.DescriptorSet);
        Assert.Empty(settings.Problems);
    }

    [Fact]
    public void DescriptorSetNeedsFiles()
    {
        var settings = Read(("AdditionalProtocArguments", "--descriptor_set_out=a.pb"), ("WritesFiles", "false"));
        Assert.Null(settings.DescriptorSet);
        Assert.Contains("ProtoGenOutput", Assert.Single(settings.Problems).Advice);
    }

    [Fact]
    public void ValueCanBeTheNextArgument() =>
        Assert.Equal(["/src/App/more", "/src/App/yet"], Read(("AdditionalProtocArguments", "--proto_path;more;-I;yet")).ImportFolders);

    [Theory]
    [InlineData("AdditionalProtocArguments", "--include_imports", false)]
    [InlineData("Nullable", "warnings", true)]
    [InlineData("OutputOptions", "foo", true)]
    [InlineData("OutputOptions", "file_extension=.g.cs", false)]
    [InlineData("GrpcOutputOptions", "file_suffix=X.cs", false)]
    [InlineData("AdditionalProtocArguments", "--experimental_x", false)]
    public void InvalidMetadataIsReported(string name, string value, bool isError)
    {
        var problem = Assert.Single(Read((name, value)).Problems);
        Assert.Equal((name, value), (problem.Setting, problem.Value));
        Assert.Same(isError ? ProjectDiagnosticKinds.InvalidSetting : ProjectDiagnosticKinds.SettingWithoutEffect, problem.Kind);
    }

    private static ItemSettings Read(params (string Name, string Value)[] metadata)
    {
        var values = metadata.ToDictionary(item => item.Name, item => item.Value);
        return ItemSettings.Read(name => values.GetValueOrDefault(name), "/src/App");
    }
}
