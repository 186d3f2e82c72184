using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>The result of one run of the generator.</summary>
internal sealed class GeneratorRun(GeneratorRunResult result, CSharpCompilation updated)
{
    /// <summary>Gets the generated texts by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Gets the diagnostics as the build prints them.</summary>
    public string[] Diagnostics { get; } = [.. result.Diagnostics.Select(Format)];

    /// <summary>Gets the addresses that an IDE opens for the diagnostics.</summary>
    public string[] HelpLinks { get; } = [.. result.Diagnostics.Select(diagnostic => diagnostic.Descriptor.HelpLinkUri)];

    /// <summary>Gets the second positions of the diagnostics.</summary>
    public string[] AdditionalLocations { get; } =
        [.. result.Diagnostics.SelectMany(diagnostic => diagnostic.AdditionalLocations).Select(location => Format(location.GetLineSpan()))];

    /// <summary>Gets the results of every step.</summary>
    public IEnumerable<object?> AllValues =>
        from steps in result.TrackedSteps.Values from step in steps from output in step.Outputs select output.Value;

    /// <summary>Gets the names of all tracked steps.</summary>
    public IEnumerable<string> StepNames => result.TrackedSteps.Keys;

    /// <summary>Returns the reason for which each output of a step was computed, in order.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];

    /// <summary>Returns the names of the files that this run emitted again.</summary>
    public string[] EmittedFiles() =>
        [.. from step in new[] { SourceGenerator.StepNames.Messages, SourceGenerator.StepNames.Services }
            where result.TrackedSteps.ContainsKey(step)
            from run in result.TrackedSteps[step]
            from output in run.Outputs
            where output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified
            let name = ((ProtoGen.Compiler.Project.Output.GeneratedSource)output.Value).HintName
            orderby name
            select name];

    /// <summary>Fails unless every step reused its result of the last run.</summary>
    public void AssertAllCached()
    {
        var computed =
            from pair in result.TrackedSteps.Concat(result.TrackedOutputSteps)
            from step in pair.Value
            from output in step.Outputs
            where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
            select $"{pair.Key}: {output.Reason}";
        Assert.Empty(computed);
    }

    /// <summary>Returns the reference that another project in an IDE has to this one.</summary>
    public MetadataReference ToReference() => updated.ToMetadataReference();

    /// <summary>Compiles the project with the generated code. Fails on any error or warning.</summary>
    public byte[] Compile()
    {
        using var assembly = new MemoryStream();
        var emitted = updated.Emit(assembly);
        Assert.Empty(emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(Format));
        return assembly.ToArray();
    }

    private static string Format(Diagnostic diagnostic)
    {
        var position = Format(diagnostic.Location.GetLineSpan());
        var prefix = position.Length == 0 ? "" : position + ": ";
        return $"{prefix}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage()}";
    }

    private static string Format(FileLinePositionSpan span) => string.IsNullOrEmpty(span.Path)
        ? ""
        : $"{Path.GetRelativePath(Project.Folder, span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
}
