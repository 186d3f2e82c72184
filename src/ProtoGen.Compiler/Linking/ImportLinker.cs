using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking;

/// <summary>Binds a file's import statements to linked files and reports on them.</summary>
internal sealed class ImportLinker(LinkContext context, bool isInput)
{
    private readonly List<FileDescriptor> _dependencies = [];
    private readonly List<FileDescriptor> _optionDependencies = [];
    private readonly HashSet<string> _failed = [];

    internal void Bind(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        var file = context.File;
        if (file.Name == FileDescriptor.DescriptorProtoName) context.FileSymbols.DescriptorProto = file;
        List<int> publicIndexes = [], weakIndexes = [];
        List<string> optionNames = [];
        for (var i = 0; i < imports.Count; i++)
        {
            var kind = imports[i].Kind;
            if (kind == ImportKind.Option) optionNames.Add(imports[i].Path);
            if (Bind(imports[i], files[i]) is not { } dependency || kind == ImportKind.Option) continue;
            if (kind == ImportKind.Public) publicIndexes.Add(_dependencies.Count);
            if (kind == ImportKind.Weak) weakIndexes.Add(_dependencies.Count);
            _dependencies.Add(dependency);
        }

        file.Dependencies = _dependencies.ToArray();
        file.PublicDependencies = publicIndexes.ToArray();
        file.WeakDependencies = weakIndexes.ToArray();
        file.OptionDependencies = optionNames.ToArray();
        file.OptionDependencyFiles = _optionDependencies.ToArray();
        foreach (var index in publicIndexes) context.Imports.Unwatch(_dependencies[index]);
        context.Imports.CollectPackages();
    }

    internal void Report(IReadOnlyList<ImportNode> imports)
    {
        var seen = new HashSet<string>();
        foreach (var import in imports)
        {
            if (!seen.Add(import.Path)) ReportRepeated(imports, import.Path);
            if (import.Path == context.File.Name)
            {
                // protoc does not continue with a file that imports itself.
                context.Reporter.Reject();
                return;
            }

            if (import.Kind != ImportKind.Option && _failed.Contains(import.Path)) ReportFailed(import.Path);
        }

        var node = context.Source.File;
        for (var i = 0; i < node.BadPublicIndexes; i++)
            context.Report(LinkDiagnostics.PublicImportIndex, context.File, ErrorLocation.Other);
        for (var i = 0; i < node.BadWeakIndexes; i++) context.Report(LinkDiagnostics.WeakImportIndex, context.File, ErrorLocation.Other);
    }

    /// <summary>Reports missing <c>import option</c> files if the file has options.</summary>
    /// <remarks>
    /// Without options, protoc accepts the file if another file imports it, but crashes if the file is on the command line and has no other
    /// error. In the second case the missing files are reported too.
    /// </remarks>
    internal void ReportFailedOptionImports(IReadOnlyList<ImportNode> imports)
    {
        if (_failed.Count == 0) return;
        foreach (var import in imports)
        {
            if (import.Kind != ImportKind.Option || !_failed.Contains(import.Path)) continue;
            if (context.OptionsToInterpret.Exists(element => element.HasUninterpreted))
            {
                ReportFailed(import.Path);
            }
            else if (isInput)
            {
                var span = DiagnosticSpans.ImportSpan(context.Source.File, import.Path);
                context.Reporter.ReportLate(LinkStage.OptionImports, LinkDiagnostics.ImportFailed, span, import.Path);
            }
        }
    }

    private void ReportRepeated(IReadOnlyList<ImportNode> imports, string path) => context.Reporter.ReportRepeated(
        LinkDiagnostics.ImportListedTwice, DiagnosticSpans.ImportSpan(context.Source.File, path),
        imports.First(import => import.Path == path).Span, path);

    private void ReportFailed(string path) => context.Reporter.ReportImport(LinkDiagnostics.ImportFailed, path, path);

    private FileDescriptor? Bind(ImportNode import, LoadedFile? found)
    {
        var dependency = found?.File;
        if (dependency is null || found!.HadErrors)
        {
            _failed.Add(import.Path);
            if (dependency is not null) context.Imports.AddBroken(dependency);
            return dependency;
        }

        context.FileSymbols.DescriptorProto ??= context.Pool.Of(dependency).DescriptorProto;
        if (isInput && dependency.PublicDependencies.Count == 0) context.Imports.WatchUse(dependency);
        if (import.Kind == ImportKind.Option)
        {
            context.Imports.AddOptionDependency(dependency);
            _optionDependencies.Add(dependency);
        }
        else
        {
            context.Imports.AddDependency(dependency);
        }

        return dependency;
    }
}
