using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>The known crashes of protoc. For such files only a crash of protogenc is a finding.</summary>
internal static class KnownAborts
{
    /// <summary>The starts of the messages that protoc prints when it crashes.</summary>
    private static readonly string[] FailedAssertions =
    [
        // import option of a file that is missing or wrong, in a file without options.
        "Check failed: dep != nullptr || !descriptor_set_in_names_.empty() Option dependency",
        // Custom options with a required field missing, set by its path, or with a string that is not UTF-8.
        "Check failed: dynamic_message->ParseFromString(serialized)",
        // In an option's value, the name of an extension of something else.
        "Protocol Buffer reflection usage error:",
    ];

    /// <summary>Returns whether protoc crashed in a known way.</summary>
    public static bool IsKnown(CompilerRun run) =>
        run.IsAbort && run.Errors.Any(line => FailedAssertions.Any(check => line.Contains(check, StringComparison.Ordinal)));
}
