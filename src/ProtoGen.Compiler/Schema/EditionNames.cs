namespace ProtoGen.Compiler.Schema;

/// <summary>Translates between editions and their names.</summary>
public static class EditionNames
{
    /// <summary>Finds the edition that an <c>edition</c> statement names, such as <c>2023</c>.</summary>
    /// <remarks>It accepts only the values of descriptor.proto that a file may declare.</remarks>
    public static bool TryParse(string name, out Edition edition)
    {
        edition = name switch
        {
            "LEGACY" => Edition.Legacy,
            "2023" => Edition.Edition2023,
            "2024" => Edition.Edition2024,
            "2026" => Edition.Edition2026,
            "UNSTABLE" => Edition.Unstable,
            "1_TEST_ONLY" => Edition.Edition1TestOnly,
            "2_TEST_ONLY" => Edition.Edition2TestOnly,
            "99997_TEST_ONLY" => Edition.Edition99997TestOnly,
            "99998_TEST_ONLY" => Edition.Edition99998TestOnly,
            "99999_TEST_ONLY" => Edition.Edition99999TestOnly,
            "MAX" => Edition.Max,
            _ => Edition.Unknown,
        };
        return edition != Edition.Unknown;
    }

    /// <summary>Returns the name of an edition as messages print it: descriptor.proto's value without <c>EDITION_</c>.</summary>
    public static string ShortOf(Edition edition) => edition switch
    {
        Edition.Unknown => "UNKNOWN",
        Edition.Legacy => "LEGACY",
        Edition.Proto2 => "PROTO2",
        Edition.Proto3 => "PROTO3",
        Edition.Edition2023 => "2023",
        Edition.Edition2024 => "2024",
        Edition.Edition2026 => "2026",
        Edition.Unstable => "UNSTABLE",
        Edition.Edition1TestOnly => "1_TEST_ONLY",
        Edition.Edition2TestOnly => "2_TEST_ONLY",
        Edition.Edition99997TestOnly => "99997_TEST_ONLY",
        Edition.Edition99998TestOnly => "99998_TEST_ONLY",
        Edition.Edition99999TestOnly => "99999_TEST_ONLY",
        Edition.Max => "MAX",
        _ => "",
    };
}
