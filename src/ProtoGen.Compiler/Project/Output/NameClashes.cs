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
        var byProtoName = new Dictionary<string, ProtoModel>(StringComparer.Ordinal);
        var byCSharpName = new Dictionary<string, ProtoModel>(StringComparer.Ordinal);
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
                if (declared.ProtoName is { } name) byProtoName[name] = model;
                byCSharpName[declared.CSharpName] = model;
            }
        }

        return new NameClashes(new EquatableArray<ProjectDiagnostic>(found.ToArray()));
    }

    /// <summary>Whether a file is left out.</summary>
    public bool Contains(ProtoModel model)
    {
        foreach (var clash in Diagnostics)
        {
            if (clash.Path == model.Path)
                return true;
        }

        return false;
    }

    // One error says it all: a copy of a file clashes in each of its definitions.
    private static ProjectDiagnostic? FindFirst(
        ProtoModel model, Dictionary<string, ProtoModel> byProtoName, Dictionary<string, ProtoModel> byCSharpName)
    {
        foreach (var declared in model.Declared)
        {
            if (declared.ProtoName is { } name && byProtoName.TryGetValue(name, out var other))
                return ProjectDiagnostic.Create(LinkDiagnostics.AlreadyDefinedInFile, model.Path, name, other.ImportName) with { Span = declared.Span };
        }

        foreach (var declared in model.Declared)
        {
            if (byCSharpName.TryGetValue(declared.CSharpName, out var other))
            {
                return ProjectDiagnostic.Create(ProjectDiagnosticKinds.SameCSharpName, model.Path, declared.CSharpName, model.ImportName, other.ImportName)
                    with
                { Span = declared.Span };
            }
        }

        return null;
    }
}
