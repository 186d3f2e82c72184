using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>A setting that is invalid or has no effect.</summary>
/// <param name="Kind">The diagnostic to report: the value is invalid, or the setting has no effect.</param>
/// <param name="Setting">The name of the metadata or property.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Advice">The valid values, or the reason why it has no effect.</param>
public sealed record SettingProblem(DiagnosticKind Kind, string Setting, string Value, string Advice);
