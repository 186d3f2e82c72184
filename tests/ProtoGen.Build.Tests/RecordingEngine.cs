using System.Collections;
using Microsoft.Build.Framework;

namespace ProtoGen.Build.Tests;

/// <summary>Records what a task reports to MSBuild.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    /// <summary>Gets the errors and warnings.</summary>
    public List<string> Findings { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public void LogErrorEvent(BuildErrorEventArgs e) => Findings.Add($"error {e.Code}: {e.Message}");

    public void LogWarningEvent(BuildWarningEventArgs e) => Findings.Add($"warning {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
    }

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();
}
