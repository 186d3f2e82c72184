using Xunit;

namespace ProtoGen.Testing;

/// <summary>Marks a test that is skipped where an oracle is missing, unless PROTOGEN_REQUIRE_ORACLES=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    /// <summary>Marks a test that needs all of <paramref name="needed"/>.</summary>
    public OracleFactAttribute(params Oracle[] needed) => Skip = Oracles.SkipReason(needed);
}

/// <summary>Marks a test with data that is skipped where an oracle is missing, unless PROTOGEN_REQUIRE_ORACLES=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a test that needs all of <paramref name="needed"/>.</summary>
    public OracleTheoryAttribute(params Oracle[] needed) => Skip = Oracles.SkipReason(needed);
}
