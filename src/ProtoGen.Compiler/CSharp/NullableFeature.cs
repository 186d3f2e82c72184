using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Reads <c>features.(pb.csharp).nullable_reference_types</c>, which google/protobuf/c_sharp_features.proto declares.</summary>
internal static class NullableFeature
{
    private const int CSharpExtension = 1004;
    private const int NullableReferenceTypes = 1;

    /// <summary>Whether the file's own options set the feature.</summary>
    /// <remarks>The feature may stand on messages and fields too, where protoc accepts it and generates the same code as without it.</remarks>
    public static bool IsOn(FileDescriptor file) =>
        !file.Options.IsEmpty
        && file.Options.GetMessage(DescriptorFields.FileOptions.Features)?.GetMessage(CSharpExtension) is { } features && features.GetBool(NullableReferenceTypes);
}
