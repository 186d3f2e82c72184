namespace ProtoGen.Compiler.Schema;

/// <summary>Which editions files may use.</summary>
internal static class Editions
{
    /// <summary>The newest edition that is supported; later ones are only known by name.</summary>
    internal const Edition Newest = Edition.Edition2026;
}
