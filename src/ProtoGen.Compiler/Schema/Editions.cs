namespace ProtoGen.Compiler.Schema;

/// <summary>Defines which editions files may use.</summary>
internal static class Editions
{
    /// <summary>The newest supported edition. Of later editions only the names are known.</summary>
    internal const Edition Newest = Edition.Edition2026;
}
