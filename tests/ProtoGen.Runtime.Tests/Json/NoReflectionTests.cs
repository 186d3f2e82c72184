using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ProtoGen.Runtime.Json;

namespace ProtoGen.Runtime.Tests.Json;

public class NoReflectionTests
{
    [Fact]
    public void RuntimeUsesNoReflection()
    {
        using var image = new PEReader(File.OpenRead(typeof(ProtoJson).Assembly.Location));
        var metadata = image.GetMetadataReader();
        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => name.StartsWith("System.Reflection", StringComparison.Ordinal)
                || name.StartsWith("System.Linq.Expressions", StringComparison.Ordinal))
            .Where(name => !name.EndsWith("Attribute", StringComparison.Ordinal));
        Assert.Empty(types);
    }

    // For a type parameter, new T() is a call of Activator.CreateInstance for which the trimmer keeps the constructor.
    [Fact]
    public void OnlyTheSerializersConverterMakesMessagesOfATypeKnownAtRunTime()
    {
        using var image = new PEReader(File.OpenRead(typeof(ProtoJson).Assembly.Location));
        var metadata = image.GetMetadataReader();
        var calls = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Activator")
            .Select(member => metadata.GetBlobReader(member.Signature).ReadSignatureHeader().IsGeneric);
        Assert.Equal([false, true], calls.Order());
    }
}
