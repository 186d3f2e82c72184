using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks for the option <c>optimize_for = LITE_RUNTIME</c>.</summary>
internal static class LiteRuntime
{
    private const int Lite = 3;

    internal static bool IsLite(FileDescriptor file) =>
        !file.Options.IsEmpty && file.Options.GetEnum(DescriptorFields.FileOptions.OptimizeFor) == Lite;
}
