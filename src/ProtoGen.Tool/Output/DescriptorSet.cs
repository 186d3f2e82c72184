using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Output;

/// <summary>Which files go into a descriptor set or a plugin's request, each behind what it imports.</summary>
internal sealed class DescriptorSet(Func<string, FileDescriptor?> findFile)
{
    private readonly HashSet<FileDescriptor> _seen = [];
    private readonly List<FileDescriptor> _files = [];

    /// <summary>The files in order.</summary>
    public IReadOnlyList<FileDescriptor> Files => _files;

    /// <summary>Leaves out what the files import, unless it is one of them.</summary>
    public void ExcludeImports(IReadOnlyList<FileDescriptor> files)
    {
        var wanted = files.ToHashSet();
        foreach (FileDescriptor import in files.SelectMany(GetImports).Where(import => !wanted.Contains(import)))
        {
            _seen.Add(import);
        }
    }

    /// <summary>Adds a file and its imports; the chain of imports may be of any length.</summary>
    public void Add(FileDescriptor file)
    {
        if (!_seen.Add(file))
        {
            return;
        }

        var chain = new Stack<(FileDescriptor File, IEnumerator<FileDescriptor> Imports)>();
        chain.Push((file, GetImports(file).GetEnumerator()));
        while (chain.TryPeek(out var top))
        {
            if (!top.Imports.MoveNext())
            {
                _files.Add(chain.Pop().File);
            }
            else if (_seen.Add(top.Imports.Current))
            {
                chain.Push((top.Imports.Current, GetImports(top.Imports.Current).GetEnumerator()));
            }
        }
    }

    private IEnumerable<FileDescriptor> GetImports(FileDescriptor file) =>
        file.Dependencies.Concat(file.OptionDependencies.Select(findFile).OfType<FileDescriptor>());
}
