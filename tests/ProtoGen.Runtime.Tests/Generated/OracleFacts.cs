namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>Skips without protoc, unless oracles are required.</summary>
internal static class OracleSkip
{
    public static string? Reason =>
        ProtocCode.IsAvailable || Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1"
            ? null
            : "protoc of Grpc.Tools does not run on this machine";
}

/// <summary>A test that needs protoc's classes.</summary>
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute() => Skip = OracleSkip.Reason;
}

/// <summary>A test with data that needs protoc's classes.</summary>
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute() => Skip = OracleSkip.Reason;
}
