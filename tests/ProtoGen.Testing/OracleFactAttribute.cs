using Xunit;

namespace ProtoGen.Testing;

/// <summary>Marks a test that is skipped where an oracle is missing, unless PROTOGEN_REQUIRE_ORACLES=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    /// <summary>Marks a test that needs <paramref name="oracle"/> and all of <paramref name="others"/>.</summary>
    public OracleFactAttribute(Oracle oracle, params Oracle[] others) => Skip = Oracles.SkipReason([oracle, .. others]);
}

/// <summary>Marks a test with data that is skipped where an oracle is missing, unless PROTOGEN_REQUIRE_ORACLES=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a test that needs <paramref name="oracle"/> and all of <paramref name="others"/>.</summary>
    public OracleTheoryAttribute(Oracle oracle, params Oracle[] others) => Skip = Oracles.SkipReason([oracle, .. others]);
}
