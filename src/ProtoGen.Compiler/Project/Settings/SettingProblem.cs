namespace ProtoGen.Compiler.Project.Settings;

/// <summary>A setting that can't be taken as it stands.</summary>
/// <param name="IsError">Whether the value is wrong; otherwise it only has no effect.</param>
/// <param name="Setting">The metadata or property.</param>
/// <param name="Value">What was written.</param>
/// <param name="Advice">What can be written, or why it has no effect.</param>
public sealed record SettingProblem(bool IsError, string Setting, string Value, string Advice);
