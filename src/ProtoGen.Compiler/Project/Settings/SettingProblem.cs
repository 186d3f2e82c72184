namespace ProtoGen.Compiler.Project.Settings;

/// <summary>A setting that is invalid or has no effect.</summary>
/// <param name="IsError">Whether the value is invalid. Otherwise it has no effect.</param>
/// <param name="Setting">The name of the metadata or property.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Advice">The valid values, or the reason why it has no effect.</param>
public sealed record SettingProblem(bool IsError, string Setting, string Value, string Advice);
