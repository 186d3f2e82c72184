using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>A theory over npm packages that tests/setup.sh brings: skipped without them, unless PROTOGEN_REQUIRE_ORACLES=1; then it runs, and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackageTheoryAttribute : TheoryAttribute
{
    public PackageTheoryAttribute()
    {
        if (!Corpora.AreRequired && !(OracleProtoc.IsAvailable && Directory.Exists(Corpora.NodeModules)))
        {
            Skip = $"protoc or {Corpora.NodeModules} is missing: run tests/setup.sh";
        }
    }
}

/// <summary>A theory that needs protoc only.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProtocTheoryAttribute : TheoryAttribute
{
    /// <summary>Why such a test is skipped; null to run it.</summary>
    internal static readonly string? Reason =
        Corpora.AreRequired || OracleProtoc.IsAvailable ? null : "protoc was not found at " + OracleProtoc.Path;

    public ProtocTheoryAttribute() => Skip = Reason;
}

/// <summary>A fact that needs protoc only.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProtocFactAttribute : FactAttribute
{
    public ProtocFactAttribute() => Skip = ProtocTheoryAttribute.Reason;
}

/// <summary>A theory that needs the plugins of Debian packages that tests/setup.sh brings.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DebianTheoryAttribute : TheoryAttribute
{
    /// <summary>Where the plugins are.</summary>
    public const string Folder = "/usr/bin";

    public DebianTheoryAttribute()
    {
        if (!Corpora.AreRequired && !(OracleProtoc.IsAvailable && File.Exists(Path.Combine(Folder, "grpc_python_plugin"))))
        {
            Skip = $"protoc or the plugins in {Folder} are missing: run tests/setup.sh";
        }
    }
}
