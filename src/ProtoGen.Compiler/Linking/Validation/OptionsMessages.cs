namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>The messages of descriptor.proto that custom options extend.</summary>
internal static class OptionsMessages
{
    private static readonly HashSet<string> Names =
    [
        "FileOptions", "MessageOptions", "FieldOptions", "EnumOptions", "EnumValueOptions", "ServiceOptions", "MethodOptions",
        "OneofOptions", "ExtensionRangeOptions",
    ];

    internal static bool Contains(string fullName) => HasName(fullName, "google.protobuf.");

    /// <summary>
    /// Returns whether proto3 files can extend a message. protoc also allows options messages in the package <c>proto2</c>, which Google
    /// uses internally.
    /// </summary>
    internal static bool IsProto3Extendee(string fullName) => Contains(fullName) || HasName(fullName, "proto2.");

    private static bool HasName(string fullName, string package) =>
        fullName.StartsWith(package, StringComparison.Ordinal) && Names.Contains(fullName.Substring(package.Length));
}
