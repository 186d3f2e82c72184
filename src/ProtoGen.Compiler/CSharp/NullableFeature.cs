using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Reads <c>features.(pb.csharp).nullable_reference_types</c>, which google/protobuf/c_sharp_features.proto declares.</summary>
internal static class NullableFeature
{
    private const int CSharpExtension = 1004;
    private const int NullableReferenceTypes = 1;

    /// <summary>Returns whether the file's options set the feature.</summary>
    /// <remarks>protoc also accepts the feature on messages and fields, but there it does not change the generated code.</remarks>
    public static bool IsOn(FileDescriptor file) =>
        !file.Options.IsEmpty
        && file.Options.GetMessage(DescriptorFields.FileOptions.Features)?.GetMessage(CSharpExtension) is { } features
        && features.GetBool(NullableReferenceTypes);
}
