using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>The ways in which protoc is known to die instead of saying what is wrong. There, ours only must not fail likewise.</summary>
internal static class KnownAborts
{
    /// <summary>What protoc says as it dies: the failed check.</summary>
    private static readonly string[] s_checks =
    [
        // import option of a file that is missing or wrong, in a file without options.
        "Check failed: dep != nullptr || !descriptor_set_in_names_.empty() Option dependency",
        // Custom options with a required field missing, set by its path, or with a string that is not UTF-8.
        "Check failed: dynamic_message->ParseFromString(serialized)",
        // In an option's value, the name of an extension of something else.
        "Protocol Buffer reflection usage error:",
    ];

    /// <summary>Whether protoc died in a known way.</summary>
    public static bool IsKnown(CompilerRun run) => run.IsAbort && run.Errors.Any(line => s_checks.Any(check => line.Contains(check, StringComparison.Ordinal)));
}
