using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The files that cannot be compiled together with others, because they define the same types.</summary>
/// <param name="Diagnostics">One error for each such file.</param>
public sealed record NameClashes(EquatableArray<ProjectDiagnostic> Diagnostics)
{
    /// <summary>
    /// Finds the files that define a type which an earlier file, by path, already defines, or which has the name of a namespace.
    /// </summary>
    /// <param name="models">The models of all files.</param>
    /// <param name="protocCode">The C# files of the project that protoc generated.</param>
    public static NameClashes Find(IEnumerable<ProtoModel> models, IEnumerable<ProtocCode> protocCode)
    {
        var protocFiles = protocCode.ToLookup(code => code.CSharpName, code => code.Path, StringComparer.Ordinal);
        var ordered = models.OrderBy(model => model.Path, StringComparer.Ordinal).ToArray();
        var namespaces = GetNamespaces(ordered);
        var byProtoName = new Dictionary<string, Definition>(StringComparer.Ordinal);
        var byCSharpName = new Dictionary<string, Definition>(StringComparer.Ordinal);
        var found = new List<ProjectDiagnostic>();
        foreach (var model in ordered)
        {
            var clash = FindFirst(model, byProtoName, byCSharpName)
                ?? FindNamespace(model, namespaces)
                ?? FindProtocCode(model, protocFiles);
            if (clash is not null)
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

    /// <summary>Returns whether a file clashes with another one.</summary>
    public bool Contains(string path)
    {
        foreach (var clash in Diagnostics)
        {
            if (clash.Path == path)
                return true;
        }

        return false;
    }

    // One error per file is enough, because a copy of a file clashes in all its definitions.
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

    // Returns the namespaces and those around them, each with the first file that has it.
    private static Dictionary<string, ProtoModel> GetNamespaces(IEnumerable<ProtoModel> models)
    {
        var found = new Dictionary<string, ProtoModel>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            if (model.Declared.Count == 0) continue;
            var name = DeclaredName.GetParent(model.Declared[0].CSharpName);
            for (; name.Length > 0 && !found.ContainsKey(name); name = DeclaredName.GetParent(name)) found.Add(name, model);
        }

        return found;
    }

    private static ProjectDiagnostic? FindNamespace(ProtoModel model, Dictionary<string, ProtoModel> namespaces)
    {
        foreach (var declared in model.Declared)
        {
            if (namespaces.TryGetValue(declared.CSharpName, out var other))
            {
                return Create(
                    ProjectDiagnosticKinds.NamedLikeNamespace, new(model, declared.Span), new(other, default),
                    declared.CSharpName, other.ImportName);
            }
        }

        return null;
    }

    private static ProjectDiagnostic? FindProtocCode(ProtoModel model, ILookup<string, string> protocFiles)
    {
        if (protocFiles.Count == 0) return null;
        var paths = model.Declared
            .SelectMany(declared => protocFiles[declared.CSharpName])
            .Distinct()
            .Select(path => $"'{path}'")
            .ToArray();
        return paths.Length == 0
            ? null
            : ProjectDiagnostic.Create(ProjectDiagnosticKinds.HasProtocCode, model.Path, string.Join(" and ", paths));
    }

    private static ProjectDiagnostic Create(DiagnosticKind kind, Definition second, Definition first, params string[] arguments) =>
        ProjectDiagnostic.Create(kind, second.File.Path, arguments) with
        {
            Span = second.Span,
            Related = new([new RelatedLocation(first.File.Path, first.Span)]),
        };

    private readonly record struct Definition(ProtoModel File, EditorSpan Span);
}
