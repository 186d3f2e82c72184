namespace ProtoGen.Compiler.Tests.Oracle;

/// <summary>A test that needs protoc: skipped where the package has none for this machine, unless PROTOGEN_REQUIRE_ORACLES=1.</summary>
public sealed class ProtocFactAttribute : FactAttribute
{
    public ProtocFactAttribute() => Skip = OracleRequirement.SkipReason;
}

/// <summary>A theory that needs protoc.</summary>
public sealed class ProtocTheoryAttribute : TheoryAttribute
{
    public ProtocTheoryAttribute() => Skip = OracleRequirement.SkipReason;
}

internal static class OracleRequirement
{
    public static string? SkipReason =>
        Protoc.IsAvailable || Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1" ? null : "protoc was not found at " + Protoc.Path;
}
