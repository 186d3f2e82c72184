using System.Reflection;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Project.References;
using ProtoGen.SourceGenerator.References;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.References.Descriptors;

/// <summary>Tests imports from Google.Api.CommonProtos, an assembly of protoc's C# whose package has no .proto files.</summary>
public sealed class ReferencedDescriptorsTests
{
    private const string Shared = "syntax = \"proto3\"; package shared; message A { int32 id = 1; enum Kind { NONE = 0; } }";
    private const string User = "syntax = \"proto3\"; import \"shared.proto\"; message B { shared.A a = 1; shared.A.Kind kind = 2; }";

    private static readonly PortableExecutableReference CommonProtosReference = MetadataReference.CreateFromFile(
        typeof(HttpRule).Assembly.Location);

    public static TheoryData<string> CommonFiles => [.. DescriptorsByFile.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, byte[]> DescriptorsByFile = typeof(HttpRule).Assembly.GetExportedTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
        .ToDictionary(file => file.Name, file => file.SerializedData.ToByteArray());

    private static readonly DescriptorLiterals Literals = new(StringLiterals.Read(CommonProtosReference, default));

    [Theory]
    [MemberData(nameof(CommonFiles))]
    public void EmbeddedDescriptorIsFoundUnchanged(string file) => Assert.Equal(DescriptorsByFile[file], Literals.Find(file));

    [Fact]
    public void FileFromPackageCanBeImported()
    {
        const string annotated = """
            syntax = "proto3";
            import "google/api/annotations.proto";
            import "google/type/money.proto";
            message Query { string name = 1; google.type.Money price = 2; }
            service Shop {
              rpc Find(Query) returns (Query) { option (google.api.http) = { get: "/v1/{name=shelves/*}" additional_bindings { post: "/v1" body: "*" } }; }
            }
            """;
        var run = new Project(references: [.. ReferenceSets.Default, CommonProtosReference]).Add("shop.proto", annotated).Run();
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["shop.Grpc.g.cs", "shop.Messages.g.cs"], run.Files.Keys.Order());
        run.Compile();
    }

    [Fact]
    public void FileFromReferencedAssemblyCanBeImported()
    {
        var library = MetadataReference.CreateFromImage(new Project().Add("shared.proto", Shared).Run().Compile());
        AssertImports(library);
    }

    [Fact]
    public void FileFromReferencedProjectCanBeImported() => AssertImports(new Project().Add("shared.proto", Shared).Run().ToReference());

    [Fact]
    public void FileOfProjectTakesPrecedence()
    {
        var library = MetadataReference.CreateFromImage(new Project().Add("shared.proto", Shared).Run().Compile());
        var run = new Project(references: [.. ReferenceSets.Default, library])
            .Add("shared.proto", Shared.Replace("package shared", "package shared; option csharp_namespace = \"Own\""))
            .Add("user.proto", User).Run();
        Assert.Contains("global::Own.A", run.Files["user.Messages.g.cs"]);
    }

    [Fact]
    public void MissingKnownFileNamesItsPackage() =>
        Assert.Contains(
            new Project().Add("a.proto", "syntax = \"proto3\"; import \"google/api/annotations.proto\";").Run().Diagnostics,
            diagnostic => diagnostic.EndsWith("or reference the package Google.Api.CommonProtos.", StringComparison.Ordinal));

    private static void AssertImports(MetadataReference library)
    {
        var run = new Project(references: [.. ReferenceSets.Default, library]).Add("user.proto", User).Run();
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["user.Messages.g.cs"], run.Files.Keys);
        run.Compile();
    }
}
