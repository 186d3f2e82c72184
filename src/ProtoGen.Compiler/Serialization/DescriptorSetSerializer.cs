using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes linked files as a google.protobuf.FileDescriptorSet, byte for byte as protoc does, with imports first.</summary>
public static class DescriptorSetSerializer
{
    /// <summary>Returns the bytes of the set.</summary>
    /// <param name="files">The files in the order of the command line.</param>
    /// <param name="includeImports">Whether the set includes all files that they import.</param>
    /// <param name="form">The content of each file's FileDescriptorProto.</param>
    public static byte[] Serialize(IReadOnlyList<FileDescriptor> files, bool includeImports, DescriptorForm form)
    {
        var writer = new WireWriter();
        foreach (var file in Order(files, includeImports))
        {
            var start = writer.BeginMessage(DescriptorFields.FileSet.File);
            FileDescriptorSerializer.WriteFile(writer, file, form);
            writer.EndMessage(start);
        }

        return writer.ToArray();
    }

    /// <summary>
    /// Returns the files of the set in protoc's order. Imports that are not among the files are included only with <paramref
    /// name="includeImports"/>.
    /// </summary>
    public static IReadOnlyList<FileDescriptor> Order(IReadOnlyList<FileDescriptor> files, bool includeImports)
    {
        var ordered = new List<FileDescriptor>();
        var seen = new HashSet<FileDescriptor>();
        var roots = includeImports ? null : new HashSet<FileDescriptor>(files);
        foreach (var file in files) Add(file, roots, seen, ordered);
        return ordered;
    }

    /// <summary>Adds a file after its imports.</summary>
    /// <remarks>It uses a stack instead of recursion, because imports can be thousands of levels deep.</remarks>
    private static void Add(FileDescriptor root, HashSet<FileDescriptor>? roots, HashSet<FileDescriptor> seen, List<FileDescriptor> ordered)
    {
        var open = new Stack<OpenFile>();
        Open(root);
        while (open.Count > 0)
        {
            var (file, imports) = open.Peek();
            if (imports.MoveNext())
            {
                Open(imports.Current);
                continue;
            }

            open.Pop();
            ordered.Add(file);
        }

        void Open(FileDescriptor file)
        {
            if (roots is not null && !roots.Contains(file)) return;
            if (seen.Add(file)) open.Push(new OpenFile(file, file.Dependencies.Concat(file.OptionDependencyFiles).GetEnumerator()));
        }
    }

    // A class, because a ReadyToRun image has no code for stacks of our own structs.
    private sealed record OpenFile(FileDescriptor File, IEnumerator<FileDescriptor> Imports);
}
