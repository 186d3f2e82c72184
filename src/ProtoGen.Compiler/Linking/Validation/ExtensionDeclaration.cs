using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>One google.protobuf.ExtensionRangeOptions.Declaration.</summary>
internal readonly struct ExtensionDeclaration(OptionMessage options)
{
    /// <summary>VerificationState.UNVERIFIED; DECLARATION is 0.</summary>
    internal const int Unverified = 1;

    private static readonly HashSet<string> ScalarTypes =
    [
        "double", "float", "int64", "uint64", "int32", "fixed32", "fixed64", "bool", "string", "bytes", "uint32", "enum", "sfixed32",
        "sfixed64", "sint32", "sint64",
    ];

    internal int Number => options.GetInt32(1) ?? 0;

    internal string? FullName => options.GetString(2);

    internal string? Type => options.GetString(3);

    internal bool IsReserved => options.GetBool(5);

    internal bool IsRepeated => options.GetBool(6);

    internal static bool IsScalarType(string type) => ScalarTypes.Contains(type);
}
