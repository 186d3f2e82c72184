namespace ProtoGen.Build.Inputs;

/// <summary>The metadata of a .proto file's item on which its output depends.</summary>
internal static class ItemMetadata
{
    /// <summary>Gets the names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ProtoRoot", "AdditionalImportDirs", "GrpcServices", "Access", "OutputOptions", "GrpcOutputOptions", "AdditionalProtocArguments",
        "Nullable", "OutputDir", "GrpcOutputDir", "CompileOutputs", "ProtoCompile",
    ];
}
