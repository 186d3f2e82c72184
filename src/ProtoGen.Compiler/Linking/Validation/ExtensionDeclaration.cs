using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Reads a google.protobuf.ExtensionRangeOptions.Declaration.</summary>
internal readonly struct ExtensionDeclaration(OptionMessage options)
{
    /// <summary>The value VerificationState.UNVERIFIED; the value DECLARATION is 0.</summary>
    internal const int Unverified = 1;

    private static readonly HashSet<string> ScalarTypes =
    [
        "double", "float", "int64", "uint64", "int32", "fixed32", "fixed64", "bool", "string", "bytes", "uint32", "enum", "sfixed32",
        "sfixed64", "sint32", "sint64",
    ];

    internal int Number => options.GetInt32(DescriptorFields.Declaration.Number) ?? 0;

    internal string? FullName => options.GetString(DescriptorFields.Declaration.FullName);

    internal string? Type => options.GetString(DescriptorFields.Declaration.Type);

    internal bool IsReserved => options.GetBool(DescriptorFields.Declaration.Reserved);

    internal bool IsRepeated => options.GetBool(DescriptorFields.Declaration.Repeated);

    internal static bool IsScalarType(string type) => ScalarTypes.Contains(type);
}
