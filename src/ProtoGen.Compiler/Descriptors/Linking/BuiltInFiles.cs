using System.Collections.Concurrent;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>The well-known files, linked once for all: what options are interpreted against where a file's imports don't bring descriptor.proto.</summary>
internal static class BuiltInFiles
{
    private static readonly ConcurrentDictionary<string, FileDescriptor?> Linked = new();

    internal static FileDescriptor? Find(string name) => Linked.GetOrAdd(name, Link);

    private static FileDescriptor? Link(string name) =>
        WellKnownFiles.TryGet(name) is { } source ? Linker.Link([source]).Files[0].File : null;
}
