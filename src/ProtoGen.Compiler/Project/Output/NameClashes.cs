using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The files that cannot be compiled beside the others, because they define the same types.</summary>
/// <param name="Diagnostics">One error for each such file.</param>
public sealed record NameClashes(EquatableArray<ProjectDiagnostic> Diagnostics)
{
    /// <summary>Compares the types of all files. The first file by path keeps its types.</summary>
    public static NameClashes Find(IEnumerable<ProtoModel> models)
    {
        var byProtoName = new Dictionary<string, Definition>(StringComparer.Ordinal);
        var byCSharpName = new Dictionary<string, Definition>(StringComparer.Ordinal);
        var found = new List<ProjectDiagnostic>();
        foreach (var model in models.OrderBy(model => model.Path, StringComparer.Ordinal))
        {
            if (FindFirst(model, byProtoName, byCSharpName) is { } clash)
            {
                found.Add(clash);
                continue;
            }

            foreach (var declared in model.Declared)
            {
                if (declared.ProtoName is { } name) byProtoName[name] = new(model, declared.Span);
                byCSharpName[declared.CSharpName] = new(model, declared.Span);
            }
        }

        return new NameClashes(new EquatableArray<ProjectDiagnostic>(found.ToArray()));
    }

    /// <summary>Returns whether a file is excluded.</summary>
    public bool Contains(ProtoModel model)
    {
        foreach (var clash in Diagnostics)
        {
            if (clash.Path == model.Path)
                return true;
        }

        return false;
    }

    // One error is enough: a copy of a file clashes in each of its definitions.
    private static ProjectDiagnostic? FindFirst(
        ProtoModel model, Dictionary<string, Definition> byProtoName, Dictionary<string, Definition> byCSharpName)
    {
        foreach (var declared in model.Declared)
        {
            if (declared.ProtoName is { } name && byProtoName.TryGetValue(name, out var other))
                return Create(LinkDiagnostics.AlreadyDefinedInFile, new(model, declared.Span), other, name, other.File.ImportName);
        }

        foreach (var declared in model.Declared)
        {
            if (byCSharpName.TryGetValue(declared.CSharpName, out var other))
            {
                return Create(
                    ProjectDiagnosticKinds.SameCSharpName, new(model, declared.Span), other,
                    declared.CSharpName, model.ImportName, other.File.ImportName);
            }
        }

        return null;
    }

    private static ProjectDiagnostic Create(DiagnosticKind kind, Definition second, Definition first, params string[] arguments) =>
        ProjectDiagnostic.Create(kind, second.File.Path, arguments) with
        {
            Span = second.Span,
            Related = new([new RelatedLocation(first.File.Path, first.Span)]),
        };

    private readonly record struct Definition(ProtoModel File, EditorSpan Span);
}
