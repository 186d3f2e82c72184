using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Declares the names of a file and checks that each is unique among the files that it can see.</summary>
internal sealed class SymbolDeclarations(LinkContext context)
{
    private const int MaxNameLength = 65535;
    private const int MaxPackageLength = 511;
    private const int MaxPackageDots = 100;

    /// <summary>The element that has the same full name as the package.</summary>
    private Descriptor? _packageDuplicate;

    /// <summary>Whether a name with a null character was found. Full names are checked only then.</summary>
    private bool _hasNull;

    /// <summary>Gets the top-level declarations that were added to the pool.</summary>
    internal List<Descriptor> TopLevel { get; } = [];

    /// <summary>Checks the length of the package's name. protoc rejects the file at once if it is too long.</summary>
    internal bool CheckPackageLength()
    {
        if (context.File.Package.Length <= MaxPackageLength) return true;
        context.Report(LinkDiagnostics.PackageNameTooLong, context.File, ErrorLocation.Name);
        return false;
    }

    /// <summary>Checks the depth of the package. protoc rejects the file at once if it is too deep.</summary>
    internal bool CheckPackageDepth()
    {
        var dots = 0;
        foreach (var c in context.File.Package)
            if (c == '.') dots++;
        if (dots <= MaxPackageDots) return true;
        context.Report(LinkDiagnostics.PackageTooDeep, context.File, ErrorLocation.Name);
        return false;
    }

    /// <summary>Declares the package and its parent packages. Each is an error if another element has that name.</summary>
    internal void DeclarePackage()
    {
        var file = context.File;
        var added = new Stack<PackageNode>();
        for (var node = context.FileSymbols.Package; node.Parent is not null; node = node.Parent)
        {
            if (node.FullName.IndexOf('\0') >= 0)
            {
                _hasNull = true;
                context.Report(LinkDiagnostics.NullInName, file, ErrorLocation.Name, node.FullName);
                break;
            }

            if (context.Pool.Find(node.FullName, context.Symbols.IsInPool) is { } other)
            {
                context.ReportRepeated(LinkDiagnostics.PackageIsNoPackage, file, ErrorLocation.Name, other, node.FullName, other.File.Name);
                if (node == context.FileSymbols.Package) _packageDuplicate = other;
                break;
            }

            if (FindDeclaring(node) is null) added.Push(node);
            if (node.Entry is { First: not null } entry) context.Pool.SharedNames.Add(entry);
        }

        foreach (var node in added) CheckName(file, node.Name);
        context.Pool.AddToPackages(file);
    }

    internal void CheckName(Descriptor declaration)
    {
        if (declaration.Scope is not { FullNameLength: > MaxNameLength } && declaration.FullNameLength > MaxNameLength)
            context.Report(LinkDiagnostics.NameTooLong, declaration, ErrorLocation.Name);
        CheckName(declaration, declaration.Name);
    }

    /// <summary>Checks that a name is an identifier. In descriptor sets a name can be any text.</summary>
    private void CheckName(Descriptor declaration, string name)
    {
        if (name.Length == 0) context.Report(LinkDiagnostics.MissingName, declaration, ErrorLocation.Name);
        foreach (var c in name)
        {
            if (Ascii.IsIdentifierPart(c)) continue;
            _hasNull |= name.IndexOf('\0') >= 0;
            context.Report(LinkDiagnostics.InvalidName, declaration, ErrorLocation.Name, name);
            return;
        }
    }

    /// <summary>Prepares a scope for the declaration of its members. As in protoc, the scope itself is declared after them.</summary>
    internal void Open(Descriptor scope)
    {
        var existing = FindExisting(scope);
        if (existing.IsNull) existing = new Symbol(context.Symbols.SameNameScopes?.FindAbsent(scope.FullName));
        if (!existing.IsNull) (context.Symbols.SameNameScopes ??= new SameNameScopes()).Add(scope, existing);
    }

    /// <summary>Records a scope that is not declared itself although its members are.</summary>
    internal void LeaveOut(Descriptor scope) => (context.Symbols.SameNameScopes ??= new SameNameScopes()).AddAbsent(scope);

    /// <summary>Declares a name. Returns false and reports an error if the name is already declared.</summary>
    internal bool Declare(Descriptor declaration)
    {
        if (_hasNull && declaration.FullName.IndexOf('\0') >= 0)
        {
            context.Report(LinkDiagnostics.NullInName, declaration, ErrorLocation.Name, declaration.FullName);
            return false;
        }

        var existing = FindExisting(declaration);
        if (!existing.IsNull)
        {
            ReportDuplicate(declaration, existing);
            return false;
        }

        if (declaration.Scope is null)
        {
            context.Pool.Declare(declaration);
            TopLevel.Add(declaration);
        }
        else
        {
            context.FileSymbols.Members.TryAdd(declaration);
        }

        return true;
    }

    private Symbol FindExisting(Descriptor declaration)
    {
        if (declaration.Scope is { } scope)
        {
            if (context.Symbols.FindMember(scope, declaration.Name) is { } member) return new Symbol(member);
            return context.Symbols.SameNameScopes is { } scopes && scopes.FirstOf(scope) is { IsNull: false } first
                ? FindIn(first, scopes, declaration.Name)
                : default;
        }

        if (_packageDuplicate is not null && context.Symbols.FindMember(_packageDuplicate, declaration.Name) is { } inside)
            return new Symbol(inside);
        return Find(context.FileSymbols.Package, declaration.Name);
    }

    /// <summary>Searches for a name in all scopes with the same full name, starting with the first.</summary>
    private Symbol FindIn(Symbol first, SameNameScopes scopes, string name)
    {
        var found = first.Package is { } package ? Find(package, name) : default;
        if (!found.IsNull) return found;
        if (first is { IsAggregate: true, Descriptor: { } scope } && context.Symbols.FindMember(scope, name) is { } member)
            return new Symbol(member);
        foreach (var other in scopes.OthersOf(first))
            if (context.Symbols.FindMember(other, name) is { } otherMember) return new Symbol(otherMember);
        return default;
    }

    private Symbol Find(PackageNode package, string name)
    {
        var entry = package.Find(name, 0, name.Length);
        if (entry is null) return default;
        if (FindVisible(entry) is { } declaration) return new Symbol(declaration);
        return entry.Package is { } inner && FindDeclaring(inner) is not null ? new Symbol(inner) : default;
    }

    private Descriptor? FindVisible(PackageEntry entry)
    {
        if (entry.First is null) return null;
        if (context.Symbols.IsInPool(entry.First.File)) return entry.First;
        for (var i = 0; i < entry.Others?.Count; i++)
            if (context.Symbols.IsInPool(entry.Others[i].File)) return entry.Others[i];
        return null;
    }

    private FileDescriptor? FindDeclaring(PackageNode package)
    {
        foreach (var file in package.Files)
            if (context.Symbols.IsInPool(file)) return file;
        return null;
    }

    private void ReportDuplicate(Descriptor declaration, Symbol existing)
    {
        var other = existing.Descriptor?.File ?? FindDeclaring(existing.Package!)!;
        var fullName = declaration.FullName;
        var dot = fullName.LastIndexOf('.');
        var first = existing.Descriptor ?? other;
        if (other != context.File)
        {
            context.ReportRepeated(LinkDiagnostics.AlreadyDefinedInFile, declaration, ErrorLocation.Name, first, fullName, other.Name);
        }
        else if (dot < 0)
        {
            context.ReportRepeated(LinkDiagnostics.AlreadyDefined, declaration, ErrorLocation.Name, first, fullName);
        }
        else
        {
            context.ReportRepeated(
                LinkDiagnostics.AlreadyDefinedIn, declaration, ErrorLocation.Name, first, fullName.Substring(dot + 1),
                fullName.Substring(0, dot));
        }
    }
}
