using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Build.Framework;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Metadata;

namespace ProtoGen.Build.Inputs;

/// <summary>The references of the compilation.</summary>
internal sealed class ReferenceFiles
{
    // Maps each path to the assembly with the code. A reference assembly has no method bodies, and so no descriptors.
    private readonly Dictionary<string, string> _implementations = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];
    private ReferencedAssembly[]? _assemblies;

    public ReferenceFiles(IEnumerable<ITaskItem> references)
    {
        foreach (var reference in references)
        {
            if (IsOfFramework(reference)) continue;
            var path = reference.GetMetadata("ReferenceAssembly") is { Length: > 0 } referenceAssembly
                ? referenceAssembly
                : reference.ItemSpec;
            if (_implementations.ContainsKey(path)) continue;
            _implementations.Add(path, reference.ItemSpec);
            _paths.Add(path);
        }
    }

    /// <summary>Returns whether a reference is one of the many assemblies of the framework, which do not use Protocol Buffers.</summary>
    public static bool IsOfFramework(ITaskItem reference) => reference.GetMetadata("FrameworkReferenceName").Length > 0;

    /// <summary>Returns the facts about the assemblies that affect the output.</summary>
    public EquatableArray<ReferencedAssembly> ReadAssemblies() =>
        new(_assemblies ??= [.. _paths.Select(path => Read(path, AssemblyReader.Read)).OfType<ReferencedAssembly>()]);

    /// <summary>Returns a hash of the facts about the assemblies.</summary>
    public string GetFactsKey() => ContentHash.Of(ReadAssemblies().SelectMany(Describe));

    /// <summary>Returns the .proto files whose generated code the assemblies contain.</summary>
    public ReferencedProtos CreateProtos() => new([.. _paths.Select(path =>
    {
        var literals = new Lazy<DescriptorLiterals>(() => ReadLiterals(_implementations[path]));
        return (Func<DescriptorLiterals>)(() => literals.Value);
    })]);

    /// <summary>Returns the descriptors among the string literals of an assembly.</summary>
    public static DescriptorLiterals ReadLiterals(string path) =>
        Read(path, reader => AssemblyReader.ReferencesProtobuf(reader) ? new DescriptorLiterals(AssemblyReader.ReadLiterals(reader)) : null)
        ?? new DescriptorLiterals([]);

    private static T? Read<T>(string path, Func<MetadataReader, T?> read)
        where T : class
    {
        try
        {
            using var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
            return file.HasMetadata ? read(file.GetMetadataReader()) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null; // The C# compiler reports it.
        }
    }

    private static IEnumerable<string> Describe(ReferencedAssembly assembly) =>
        [assembly.Name, assembly.Version.ToString(), .. assembly.PublicTypes, "", .. assembly.InternalTypes, "", .. assembly.Friends];
}
