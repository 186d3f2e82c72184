using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>The files that one file can see: those that it imports, with their public imports.</summary>
internal sealed class ImportScope(SymbolPool pool, FileDescriptor file)
{
    private readonly HashSet<FileDescriptor> _dependencies = [];
    private readonly HashSet<FileDescriptor> _optionDependencies = [];
    private readonly HashSet<PackageNode> _packages = [];
    private readonly List<FileDescriptor> _unused = [];
    private HashSet<FileDescriptor>? _reachable;
    private HashSet<FileDescriptor>? _broken;

    /// <summary>Gets the watched direct imports that the file has not used so far, in source order.</summary>
    internal IReadOnlyList<FileDescriptor> Unused => _unused;

    /// <summary>Gets whether an import is left out because it has errors.</summary>
    internal bool HasBroken => _broken is not null;

    internal void AddDependency(FileDescriptor dependency) => AddWithPublic(dependency, _dependencies);

    internal void AddOptionDependency(FileDescriptor dependency) => AddWithPublic(dependency, _optionDependencies);

    /// <summary>Adds an import that had errors. It is searched only for names that are otherwise unresolved.</summary>
    internal void AddBroken(FileDescriptor dependency)
    {
        _broken ??= [];
        AddWithPublic(dependency, _broken);
    }

    /// <summary>Collects the visible packages. Call it when all dependencies are added.</summary>
    internal void CollectPackages()
    {
        Add(file);
        foreach (var dependency in _dependencies) Add(dependency);
        foreach (var dependency in _optionDependencies) Add(dependency);

        void Add(FileDescriptor from)
        {
            for (var node = pool.Of(from).Package; node is not null && _packages.Add(node); node = node.Parent) { }
        }
    }

    internal void WatchUse(FileDescriptor dependency)
    {
        if (!_unused.Contains(dependency)) _unused.Add(dependency);
    }

    internal void Unwatch(FileDescriptor dependency) => _unused.Remove(dependency);

    internal void MarkUsed(FileDescriptor used)
    {
        if (_unused.Count > 0 && !ReferenceEquals(used, file)) _unused.Remove(used);
    }

    /// <summary>Returns whether the file may refer to a declaration. Files of <c>import option</c> offer only their extensions.</summary>
    internal bool Sees(Descriptor declaration)
    {
        var from = declaration.File;
        return ReferenceEquals(from, file) || _dependencies.Contains(from)
            || (declaration is FieldDescriptor && _optionDependencies.Contains(from));
    }

    /// <summary>Returns whether the file or one of its imports, of any kind, declares something in the package.</summary>
    internal bool Sees(PackageNode package) => _packages.Contains(package);

    internal bool SeesBroken(Descriptor declaration) => _broken is not null && _broken.Contains(declaration.File);

    /// <summary>Returns whether the file is imported, directly or not, by imports of any kind.</summary>
    internal bool Reaches(FileDescriptor other) => (_reachable ??= CollectReachable()).Contains(other);

    private static void AddWithPublic(FileDescriptor first, HashSet<FileDescriptor> set)
    {
        if (!set.Add(first) || first.PublicDependencies.Count == 0) return;
        var pending = new Stack<FileDescriptor>();
        pending.Push(first);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            foreach (var index in next.PublicDependencies)
                if (set.Add(next.Dependencies[index])) pending.Push(next.Dependencies[index]);
        }
    }

    private HashSet<FileDescriptor> CollectReachable()
    {
        HashSet<FileDescriptor> reached = [file];
        var pending = new Stack<FileDescriptor>();
        pending.Push(file);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            foreach (var dependency in next.Dependencies)
                if (reached.Add(dependency)) pending.Push(dependency);
            foreach (var dependency in next.OptionDependencyFiles)
                if (reached.Add(dependency)) pending.Push(dependency);
        }

        return reached;
    }
}
