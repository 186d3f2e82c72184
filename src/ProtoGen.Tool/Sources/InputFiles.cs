using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Sources;

/// <summary>Finds the import names of the files on the command line.</summary>
internal sealed class InputFiles(SourceTree tree, DescriptorSets sets)
{
    public List<string> Resolve(IEnumerable<string> files) => files.Select(Resolve).ToList();

    private string Resolve(string file)
    {
        if (!SourceTree.Exists(file))
        {
            return IsVirtual(file)
                ? file
                : throw new ToolException($"Could not make proto path relative: {file}: No such file or directory");
        }

        if (tree.GetVirtualName(file, out var shadowedBy) is not { } name)
        {
            return IsVirtual(file)
                ? file
                : throw new ToolException(
                    file + ": File does not reside within any path specified using --proto_path (or -I).  You must specify a --proto_path "
                    + "which encompasses this file.  Note that the proto_path must be an exact prefix of the .proto file names -- protoc is "
                    + "too dumb to figure out when two paths (e.g. absolute and relative) are equivalent (it's harder than you think).");
        }

        if (shadowedBy is not null)
        {
            throw new ToolException(
                $"{file}: Input is shadowed in the --proto_path by \"{shadowedBy}\".  Either use the latter file as your input or reorder "
                + "the --proto_path so that the former file's location comes first.");
        }

        if (Directory.Exists(file) && !sets.Contains(file))
        {
            throw new ToolException($"Could not map to virtual file: {file}: Input file is a directory.");
        }

        return name;
    }

    private bool IsVirtual(string file) => tree.Contains(file) || sets.Contains(file);
}
