namespace ProtoGen.Package.Tests;

/// <summary>Project files as users write them.</summary>
internal static class CsProj
{
    /// <summary>A console program with the one package.</summary>
    public static string Console(string items = "", string properties = "", string frameworks = "net10.0") =>
        Create("Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>" + properties, items, frameworks);

    /// <summary>A library with the one package.</summary>
    public static string Library(string items = "", string properties = "", string frameworks = "net10.0") =>
        Create("Microsoft.NET.Sdk", properties, items, frameworks);

    private static string Create(string sdk, string properties, string items, string frameworks)
    {
        var framework = frameworks.Contains(';') ? $"<TargetFrameworks>{frameworks}</TargetFrameworks>" : $"<TargetFramework>{frameworks}</TargetFramework>";
        return $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {framework}
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ProtoGen.SourceGenerator" Version="{BuildFacts.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """;
    }
}
