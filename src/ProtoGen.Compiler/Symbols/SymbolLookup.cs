using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>Resolves the names in a file that is being linked. It searches the file and its imports.</summary>
internal sealed class SymbolLookup(SymbolPool pool, FileDescriptor file, ImportScope imports)
{
    private readonly FileSymbols _own = pool.Of(file);
    private Func<FileDescriptor, bool>? _isReached;
    private bool _lenient;

    /// <summary>Gets the full name to which the first part of the last name led, although nothing is declared there.</summary>
    internal string? ResolvedButUndefined { get; private set; }

    /// <summary>Gets the file that declares what the last lookup found, if the linked file does not import it.</summary>
    internal FileDescriptor? NotImported { get; private set; }

    /// <summary>Gets the full name of what was found in <see cref="NotImported"/>.</summary>
    internal string? NotImportedName { get; private set; }

    /// <summary>Gets or sets the scopes whose full name another element has; null if there are none.</summary>
    internal SameNameScopes? SameNameScopes { get; set; }

    internal void ClearHints()
    {
        ResolvedButUndefined = null;
        NotImported = null;
        NotImportedName = null;
    }

    /// <summary>Resolves a name as written, from the scope around <paramref name="relativeTo"/> outwards.</summary>
    /// <remarks>The innermost scope that declares the first part of the name decides. A leading dot means the outermost scope.</remarks>
    internal Symbol Lookup(string name, Descriptor relativeTo, LookupMode mode = LookupMode.All)
    {
        ClearHints();
        if (name.Length > 0 && name[0] == '.') return FindPath(pool.Root, name, 1);
        // A built-in options message was linked in a separate pool, whose names are not visible here.
        if (pool.Find(relativeTo.File) is not { } around) return FindPath(pool.Root, name, 0);
        var dot = name.IndexOf('.');
        var first = dot < 0 ? name.Length : dot;
        for (var scope = relativeTo.Scope; scope is not null; scope = scope.Scope)
        {
            var found = Accept(MembersOf(scope).Find(scope, name, 0, first));
            if (found.IsNull && SameNameScopes is not null) found = FindInSameNameScopes(scope, name, first);
            if (Binds(found, name, dot, mode, out var result)) return result;
        }

        for (var package = around.Package; package?.Parent is not null; package = package.Parent)
        {
            var found = Accept(package.Find(name, 0, first));
            if (found.IsNull && package.Entry!.First is not null) found = FindInDeclarations(package.Entry, name, first);
            if (Binds(found, name, dot, mode, out var result)) return result;
        }

        return FindPath(pool.Root, name, 0);
    }

    /// <summary>
    /// Resolves a name again with the imports that had errors, which otherwise count as missing. The result is good enough for an editor.
    /// </summary>
    internal Symbol LookupAmongBroken(string name, Descriptor relativeTo, LookupMode mode)
    {
        if (!imports.HasBroken) return default;
        _lenient = true;
        var found = Lookup(name, relativeTo, mode);
        _lenient = false;
        return found;
    }

    /// <summary>Finds a full name in the file and its imports.</summary>
    internal Symbol Find(string fullName) => FindPath(pool.Root, fullName, 0);

    /// <summary>Finds a full name in all files of the pool, imported or not. See <see cref="IsInPool"/>.</summary>
    internal Symbol FindAnywhere(string fullName)
    {
        var found = Find(fullName);
        return found.IsNull && pool.Find(fullName, _isReached ??= IsReached) is { } elsewhere ? new Symbol(elsewhere) : found;
    }

    /// <summary>Finds a name directly inside a message or service of any file.</summary>
    internal Descriptor? FindMember(Descriptor scope, string name) => MembersOf(scope).Find(scope, name, 0, name.Length);

    /// <summary>Finds a field of a message by name. Extensions that the message declares are not searched.</summary>
    internal FieldDescriptor? FindField(MessageDescriptor message, string name)
    {
        if (pool.Find(message.File) is not null)
            return FindMember(message, name) is FieldDescriptor { IsExtension: false } member ? member : null;
        // A built-in options message was linked in a separate pool.
        foreach (var field in message.Fields)
            if (field.Name == name) return field;
        return null;
    }

    /// <summary>Finds an extension by number in all files of the pool. See <see cref="IsInPool"/>.</summary>
    internal FieldDescriptor? FindExtension(MessageDescriptor extendee, int number) => pool.FindExtension(extendee, number, IsInPool);

    /// <summary>
    /// Returns whether a file is in the pool of this file: it is this file, or it was loaded without errors and can be reached.
    /// </summary>
    internal bool IsInPool(FileDescriptor other) =>
        ReferenceEquals(other, file) || (pool.Find(other) is { HadErrors: false } && (pool.IsShared || imports.Reaches(other)));

    /// <summary>
    /// Does the same as <see cref="IsInPool"/>, with a shortcut for descriptor.proto, which options nearly always refer to.
    /// </summary>
    private bool IsReached(FileDescriptor other) =>
        !pool.IsShared && other.Name == FileDescriptor.DescriptorProtoName ? other == _own.DescriptorProto : IsInPool(other);

    private MemberTable MembersOf(Descriptor scope) => ReferenceEquals(scope.File, file) ? _own.Members : pool.Of(scope.File).Members;

    private bool Binds(Symbol found, string name, int dot, LookupMode mode, out Symbol result)
    {
        result = found;
        if (found.IsNull) return false;
        if (dot < 0) return mode == LookupMode.All || found.IsType;
        if (!found.IsAggregate) return false;
        result = found.Package is { } package ? FindPath(package, name, dot + 1) : FindInside(found.Descriptor!, name, dot + 1);
        if (result.IsNull) ResolvedButUndefined = (found.Package?.FullName ?? found.Descriptor!.FullName) + name.Substring(dot);
        return true;
    }

    /// <summary>Searches declarations of other files that have the full name of a package, which is an error by itself.</summary>
    private Symbol FindInDeclarations(PackageEntry entry, string name, int length)
    {
        var found = Accept(FindMember(entry.First!));
        for (var i = 0; found.IsNull && i < entry.Others?.Count; i++) found = Accept(FindMember(entry.Others[i]));
        return found;

        Descriptor? FindMember(Descriptor scope) => MembersOf(scope).Find(scope, name, 0, length);
    }

    /// <summary>Searches the elements with the same full name as a scope.</summary>
    private Symbol FindInSameNameScopes(Descriptor scope, string name, int length)
    {
        var first = SameNameScopes!.FirstOf(scope);
        if (first.IsNull) first = new Symbol(scope);
        var found = first.Package is { } package
            ? Accept(package.Find(name, 0, length))
            : Accept(MembersOf(first.Descriptor!).Find(first.Descriptor!, name, 0, length));
        var others = SameNameScopes.OthersOf(first);
        for (var i = 0; found.IsNull && i < others.Count; i++) found = Accept(_own.Members.Find(others[i], name, 0, length));
        return found;
    }

    private Symbol FindPath(PackageNode package, string path, int start)
    {
        while (true)
        {
            var end = path.IndexOf('.', start);
            var entry = package.Find(path, start, (end < 0 ? path.Length : end) - start);
            if (entry is null) return default;
            if (end < 0) return Accept(entry);
            var inside = entry.First is null ? default : FindInside(entry, path, end + 1);
            if (inside.IsNull && SameNameScopes is not null && entry.Package is { } samePackage)
                inside = FindInOthers(new Symbol(samePackage), path, end + 1);
            if (!inside.IsNull || entry.Package is null) return inside;
            package = entry.Package;
            start = end + 1;
        }
    }

    private Symbol FindInside(PackageEntry entry, string path, int start)
    {
        var found = FindInside(entry.First!, path, start);
        for (var i = 0; found.IsNull && i < entry.Others?.Count; i++) found = FindInside(entry.Others[i], path, start);
        return found;
    }

    private Symbol FindInside(Descriptor scope, string path, int start) =>
        Accept(SameNameScopes is null ? pool.FindInside(scope, path, start) : FindInsideAll(scope, path, start));

    /// <summary>Follows a dotted path inwards from a scope and, if that fails, from the scopes of the same full name.</summary>
    private Descriptor? FindInsideAll(Descriptor scope, string path, int start)
    {
        var end = path.IndexOf('.', start);
        var member = MembersOf(scope).Find(scope, path, start, (end < 0 ? path.Length : end) - start);
        if (end >= 0)
        {
            member ??= SameNameScopes!.FindAbsent(scope.FullName + "." + path.Substring(start, end - start));
            if (member is not null) member = FindInsideAll(member, path, end + 1);
        }

        return member ?? FindInOthers(new Symbol(scope), path, start).Descriptor;
    }

    private Symbol FindInOthers(Symbol first, string path, int start)
    {
        foreach (var other in SameNameScopes!.OthersOf(first))
            if (FindInsideAll(other, path, start) is { } found) return Accept(found);
        return default;
    }

    private Symbol Accept(PackageEntry? entry)
    {
        if (entry is null) return default;
        if (entry.First is not null)
        {
            var found = Accept(entry.First);
            for (var i = 0; found.IsNull && i < entry.Others?.Count; i++) found = Accept(entry.Others[i]);
            if (!found.IsNull || IsInPool(entry.First.File)) return found;
        }

        return entry.Package is null ? default : Accept(entry.Package);
    }

    private Symbol Accept(Descriptor? declaration)
    {
        if (declaration is null) return default;
        imports.MarkUsed(declaration.File);
        if (imports.Sees(declaration) || (_lenient && imports.SeesBroken(declaration))) return new Symbol(declaration);
        if (IsInPool(declaration.File)) SetNotImported(declaration.File, declaration.FullName);
        return default;
    }

    private Symbol Accept(PackageNode package)
    {
        if (imports.Sees(package)) return new Symbol(package);
        foreach (var declaring in package.Files)
        {
            if (!IsInPool(declaring)) continue;
            SetNotImported(declaring, package.FullName);
            break;
        }

        return default;
    }

    private void SetNotImported(FileDescriptor declaring, string name)
    {
        NotImported = declaring;
        NotImportedName = name;
    }
}
