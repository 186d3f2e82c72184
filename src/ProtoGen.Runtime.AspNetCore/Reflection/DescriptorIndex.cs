using System.Diagnostics.CodeAnalysis;
using Google.Protobuf.Reflection;

namespace ProtoGen.Grpc.AspNetCore.Reflection;

/// <summary>The files behind a server's services, found by their names and by what they declare.</summary>
internal sealed class DescriptorIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);

    public DescriptorIndex(IEnumerable<FileDescriptor> files)
    {
        foreach (var file in files)
            Add(file);
    }

    public bool TryFindFile(string name, [NotNullWhen(true)] out FileDescriptor? file) => _files.TryGetValue(name, out file);

    public bool TryFindSymbol(string fullName, [NotNullWhen(true)] out FileDescriptor? file) => _symbols.TryGetValue(fullName, out file);

    public bool TryFindExtension(string message, int number, [NotNullWhen(true)] out FileDescriptor? file)
    {
        file = null;
        return _extensions.TryGetValue(message, out var extensions) && extensions.TryGetValue(number, out file);
    }

    /// <summary>The numbers of a message's extensions, in order; null if the message is unknown.</summary>
    public IEnumerable<int>? FindExtensionNumbers(string message) =>
        _extensions.TryGetValue(message, out var extensions) ? extensions.Keys
        : _symbols.TryGetValue(message, out var file) && IsMessage(file, message) ? []
        : null;

    private static bool IsMessage(FileDescriptor file, string fullName) =>
        file.MessageTypes.Any(message => message.FullName == fullName || IsNested(message, fullName));

    private static bool IsNested(MessageDescriptor parent, string fullName) =>
        parent.NestedTypes.Any(message => message.FullName == fullName || IsNested(message, fullName));

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;
        foreach (var dependency in file.Dependencies)
            Add(dependency);
        foreach (var service in file.Services)
        {
            _symbols[service.FullName] = file;
            foreach (var method in service.Methods)
                _symbols[method.FullName] = file;
        }
        foreach (var message in file.MessageTypes)
            Add(message);
        foreach (var type in file.EnumTypes)
            Add(type);
        foreach (var extension in file.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    private void Add(MessageDescriptor message)
    {
        _symbols[message.FullName] = message.File;
        foreach (var field in message.Fields.InDeclarationOrder())
            _symbols[field.FullName] = message.File;
        foreach (var oneof in message.Oneofs)
            _symbols[oneof.FullName] = message.File;
        foreach (var nested in message.NestedTypes)
            Add(nested);
        foreach (var type in message.EnumTypes)
            Add(type);
        foreach (var extension in message.Extensions.UnorderedExtensions)
            AddExtension(extension);
    }

    private void Add(EnumDescriptor type)
    {
        _symbols[type.FullName] = type.File;
        foreach (var value in type.Values)
            _symbols[value.FullName] = type.File;
    }

    private void AddExtension(FieldDescriptor extension)
    {
        _symbols[extension.FullName] = extension.File;
        var message = extension.ExtendeeType.FullName;
        if (!_extensions.TryGetValue(message, out var extensions))
            _extensions.Add(message, extensions = []);
        extensions[extension.FieldNumber] = extension.File;
    }
}
