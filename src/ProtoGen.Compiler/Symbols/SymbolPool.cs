using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Symbols;

/// <summary>The symbols of all loaded files. The file that searches decides which of the other files are searched.</summary>
internal sealed class SymbolPool(bool isShared)
{
    private readonly FieldTable<List<FieldDescriptor>> _extensions = new();
    private readonly Dictionary<FileDescriptor, FileSymbols> _files = [];

    /// <summary>Gets the unnamed package that contains all others.</summary>
    internal PackageNode Root { get; } = new(null, "");

    /// <summary>
    /// Gets whether each file sees all loaded files, as in one run of protoc. Otherwise it sees only its direct and indirect imports.
    /// </summary>
    internal bool IsShared { get; } = isShared;

    /// <summary>Gets the names that several files declare without seeing each other.</summary>
    internal HashSet<PackageEntry> SharedNames { get; } = [];

    /// <summary>Returns the symbols of a file in this pool.</summary>
    internal FileSymbols Of(FileDescriptor file) => _files[file];

    /// <summary>Returns the symbols of a file; null for a file in another pool, such as the built-in descriptor.proto.</summary>
    internal FileSymbols? Find(FileDescriptor file) => _files.TryGetValue(file, out var symbols) ? symbols : null;

    /// <summary>Adds a file that will be linked, without any symbols.</summary>
    internal FileSymbols Add(FileDescriptor file, ParsedFile source)
    {
        var symbols = new FileSymbols(Root, source);
        _files.Add(file, symbols);
        return symbols;
    }

    internal PackageNode GetOrAddPackage(string fullName)
    {
        var node = Root;
        if (fullName.Length == 0) return node;
        foreach (var part in fullName.Split('.'))
        {
            var entry = node.GetOrAdd(part);
            node = entry.Package ??= new PackageNode(node, part);
        }

        return node;
    }

    /// <summary>Adds a file to its package and to the packages around it.</summary>
    internal void AddToPackages(FileDescriptor file)
    {
        for (var node = Of(file).Package; node is not null; node = node.Parent) node.Files.Add(file);
    }

    internal void Declare(Descriptor topLevel)
    {
        var entry = Of(topLevel.File).Package.GetOrAdd(topLevel.Name);
        entry.Add(topLevel);
        if (entry.Others is not null || entry.Package is not null) SharedNames.Add(entry);
    }

    internal void DeclareExtension(FieldDescriptor extension)
    {
        var fields = _extensions.Find(extension.ContainingType, extension.Number);
        if (fields is null) _extensions.Set(extension.ContainingType, extension.Number, fields = new List<FieldDescriptor>(1));
        fields.Add(extension);
    }

    internal FieldDescriptor? FindExtension(MessageDescriptor extendee, int number, Func<FileDescriptor, bool> counts)
    {
        if (_extensions.Find(extendee, number) is not { } fields) return null;
        foreach (var field in fields)
            if (counts(field.File)) return field;
        return null;
    }

    /// <summary>Returns the declaration of this full name in a file that <paramref name="counts"/> accepts.</summary>
    internal Descriptor? Find(string fullName, Func<FileDescriptor, bool> counts)
    {
        var node = Root;
        for (var start = 0; ;)
        {
            var end = fullName.IndexOf('.', start);
            var entry = node.Find(fullName, start, (end < 0 ? fullName.Length : end) - start);
            if (entry is null) return null;
            for (var i = -1; entry.First is not null && i < (entry.Others?.Count ?? 0); i++)
            {
                var declaration = i < 0 ? entry.First : entry.Others![i];
                if (!counts(declaration.File)) continue;
                if ((end < 0 ? declaration : FindInside(declaration, fullName, end + 1)) is { } found) return found;
            }

            if (end < 0 || entry.Package is null) return null;
            node = entry.Package;
            start = end + 1;
        }
    }

    /// <summary>Follows the rest of a dotted path inwards from a declaration.</summary>
    internal Descriptor? FindInside(Descriptor scope, string path, int start)
    {
        while (true)
        {
            var end = path.IndexOf('.', start);
            var member = Of(scope.File).Members.Find(scope, path, start, (end < 0 ? path.Length : end) - start);
            if (member is null || end < 0) return member;
            scope = member;
            start = end + 1;
        }
    }

    /// <summary>Removes a file that will be linked again.</summary>
    internal void Remove(FileDescriptor file, IReadOnlyList<Descriptor> topLevel)
    {
        var package = Of(file).Package;
        for (var node = package; node is not null; node = node.Parent) node.Files.Remove(file);
        foreach (var declaration in topLevel)
            package.Find(declaration.Name, 0, declaration.Name.Length)?.Remove(declaration);
        foreach (var extension in file.Extensions) Remove(extension);
        foreach (var message in file.Messages) RemoveExtensions(message);
        _files.Remove(file);
    }

    private void RemoveExtensions(MessageDescriptor message)
    {
        foreach (var extension in message.Extensions) Remove(extension);
        foreach (var nested in message.Messages) RemoveExtensions(nested);
    }

    private void Remove(FieldDescriptor extension)
    {
        if (extension.ContainingType is null || _extensions.Find(extension.ContainingType, extension.Number) is not { } fields) return;
        fields.Remove(extension);
        if (fields.Count == 0) _extensions.Remove(extension.ContainingType, extension.Number);
    }
}
