using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Serialization;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>Generates the C# of a project for a host that writes it to files.</summary>
/// <remarks>
/// It runs the steps of the pipeline once, and only for files that changed since an earlier run and for the files that import them.
/// </remarks>
public sealed class ProjectGenerator
{
    private readonly ProjectInput _input;
    private readonly IReadOnlyDictionary<string, KnownProto> _known;
    private readonly CancellationToken _cancellation;
    private readonly SortedDictionary<string, ProtoItem> _compiled = new(StringComparer.Ordinal);

    private ProjectGenerator(ProjectInput input, IReadOnlyDictionary<string, KnownProto> known, CancellationToken cancellation)
    {
        _input = input;
        _known = known;
        _cancellation = cancellation;
        foreach (var item in input.Items)
        {
            if (!item.Settings.IsImportOnly && !_compiled.ContainsKey(item.Path))
                _compiled.Add(item.Path, item);
        }
    }

    /// <summary>Generates the C#.</summary>
    /// <param name="input">The project.</param>
    /// <param name="known">The files whose text is unchanged since an earlier run with the same settings, by path.</param>
    /// <param name="cancellation">Cancels the run.</param>
    public static ProjectOutput Generate(
        ProjectInput input, IReadOnlyDictionary<string, KnownProto> known, CancellationToken cancellation) =>
        new ProjectGenerator(input, known, cancellation).Generate();

    private ProjectOutput Generate()
    {
        var importable = new List<ProtoItem>();
        foreach (var item in _input.Items)
        {
            if (item.Settings.IsImportOnly)
                importable.Add(item);
        }

        var map = ImportResolver.Resolve(ReadImports(), importable, _input.Settings, _input.Referenced, _cancellation);
        var graph = new ImportGraph(map);
        var stale = graph.GetImporters(FindChanged(map));
        var models = Generate(stale, map, graph).ToDictionary(file => file.Code.Path, StringComparer.Ordinal);
        var declared = map.Files.ToDictionary(file => file.Path, file => GetDeclared(file, models), StringComparer.Ordinal);
        var clashes = NameClashes.Find(
            map.Files.Select(file => ProtoModel.OfNames(file.Path, file.Name, declared[file.Path])), _input.ProtocCode);

        var files = new KnownProto[map.Files.Count];
        var generated = new List<GeneratedProto>();
        for (var i = 0; i < files.Length; i++)
        {
            var file = map.Files[i];
            var names = new EquatableArray<string>([.. declared[file.Path].Select(name => name.ToText())]);
            files[i] = KnownProto.Create(file, GetImports(file), names);
            if (clashes.Contains(file.Path))
            {
                // The other file may be removed before the next run.
                files[i] = files[i].Outdated();
                generated.Add(new GeneratedProto(file.Path, null, null, null));
            }
            else if (models.TryGetValue(file.Path, out var model))
            {
                generated.Add(model.Code);
            }
        }

        return new ProjectOutput(files, generated);
    }

    private EquatableArray<DeclaredName> GetDeclared(ResolvedProto file, Dictionary<string, ModeledProto> models) =>
        models.TryGetValue(file.Path, out var model) ? model.Declared
        : _known.TryGetValue(file.Path, out var known) ? new([.. known.Declared.Select(DeclaredName.FromText)])
        : default;

    private ProtoImports[] ReadImports() => Run([.. _compiled.Values], item =>
        new ProtoImports(
            item.Path, item.Settings, _known.TryGetValue(item.Path, out var known) ? known.Imports : Parse(item).GetImports()));

    private EquatableArray<string> GetImports(ResolvedProto file) =>
        file.Imported is { } imported ? imported.GetImports()
        : _known.TryGetValue(file.Path, out var known) ? known.Imports
        : Parse(_compiled[file.Path]).GetImports();

    private List<string> FindChanged(ImportMap map)
    {
        var changed = new List<string>();
        foreach (var file in map.Files)
        {
            if (!_known.TryGetValue(file.Path, out var known) || !known.Matches(file))
                changed.Add(file.Path);
        }

        return changed;
    }

    private ModeledProto[] Generate(HashSet<string> stale, ImportMap map, ImportGraph graph)
    {
        var needed = graph.GetImported(stale);
        var named = Run([.. _compiled.Values.Where(item => needed.Contains(item.Path))], item => NamedProto.Create(Parse(item), map));
        var project = LinkedProject.Link(named, map.Restrict(needed), previous: null);
        return Run([.. named.Where(file => stale.Contains(file.Parsed.Path))], file => Generate(project.Get(file)));
    }

    private ModeledProto Generate(LinkedProto file)
    {
        var model = ProtoModelBuilder.Build(file, _input.Settings, _input.Facts);
        var code = new GeneratedProto(
            file.Named.Parsed.Path,
            model.Messages is null ? null : GeneratedSource.EmitMessages(model),
            model.Services is null ? null : GeneratedSource.EmitServices(model),
            SerializeDescriptorSet(file));
        return new ModeledProto(code, model.Declared);
    }

    private static byte[]? SerializeDescriptorSet(LinkedProto file)
    {
        if (file.Named.Parsed.Settings.DescriptorSet is not { } settings || file.HasErrors || file.Linked?.File is not { } descriptor)
            return null;
        var form = new DescriptorForm(JsonNames: true, settings.RetainsOptions, settings.IncludesSourceInfo);
        return DescriptorSetSerializer.Serialize([descriptor], settings.IncludesImports, form);
    }

    private ParsedProto Parse(ProtoItem item) => item.Parse(_cancellation);

    private TResult[] Run<T, TResult>(T[] inputs, Func<T, TResult> step)
    {
        var results = new TResult[inputs.Length];
        Parallel.For(0, inputs.Length, new ParallelOptions { CancellationToken = _cancellation }, i => results[i] = step(inputs[i]));
        return results;
    }

    private sealed record ModeledProto(GeneratedProto Code, EquatableArray<DeclaredName> Declared);
}

/// <summary>The input from which the C# of a project is generated.</summary>
/// <param name="Settings">The project's settings.</param>
/// <param name="Facts">The facts about its compilation.</param>
/// <param name="Items">Its .proto files.</param>
/// <param name="Referenced">The .proto files of its references.</param>
/// <param name="ProtocCode">The classes of its C# files that protoc generated.</param>
public sealed record ProjectInput(
    ProjectSettings Settings, CompilationFacts Facts, IReadOnlyList<ProtoItem> Items, ReferencedProtos Referenced,
    IReadOnlyList<ProtocCode> ProtocCode);

/// <summary>The result of a run.</summary>
/// <param name="Files">The facts about all files, which the next run needs.</param>
/// <param name="Generated">The compiled files whose C# may have changed since the earlier run.</param>
public sealed record ProjectOutput(IReadOnlyList<KnownProto> Files, IReadOnlyList<GeneratedProto> Generated);

/// <summary>The C# that is generated from a .proto file.</summary>
/// <param name="Path">The file's path, normalized.</param>
/// <param name="Messages">The C# of the messages; null if they are not generated.</param>
/// <param name="Services">The C# of the services; null if they are not generated.</param>
/// <param name="DescriptorSet">The bytes of the descriptor set; null if none was requested or the file has errors.</param>
public sealed record GeneratedProto(string Path, GeneratedSource? Messages, GeneratedSource? Services, byte[]? DescriptorSet);
