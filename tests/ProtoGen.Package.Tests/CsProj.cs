namespace ProtoGen.Package.Tests;

/// <summary>Project files as users write them.</summary>
internal static class CsProj
{
    /// <summary>Returns a console program with the one package.</summary>
    public static string Console(string items = "", string properties = "", string frameworks = "net10.0") =>
        Create("Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>" + properties, items, frameworks);

    /// <summary>Returns a library with the one package.</summary>
    public static string Library(string items = "", string properties = "", string frameworks = "net10.0") =>
        Create("Microsoft.NET.Sdk", properties, items, frameworks);

    /// <summary>Returns a web project with the one package.</summary>
    public static string Web(string items = "", string properties = "") =>
        // Without the property, the SDK adds a package whose version it chooses itself, which the machine may not have.
        Create("Microsoft.NET.Sdk.Web", "<RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>" + properties, items, "net10.0");

    private static string Create(string sdk, string properties, string items, string frameworks)
    {
        var framework = frameworks.Contains(';')
            ? $"<TargetFrameworks>{frameworks}</TargetFrameworks>"
            : $"<TargetFramework>{frameworks}</TargetFramework>";
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
