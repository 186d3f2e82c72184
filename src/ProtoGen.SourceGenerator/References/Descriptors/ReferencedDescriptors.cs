using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.WellKnown;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.References.Descriptors;

/// <summary>
/// Takes .proto files that the project doesn't have from the assemblies that have their types: generated code holds the descriptor of
/// its file. So <c>google/api/annotations.proto</c> can be imported where Google.Api.CommonProtos is referenced.
/// </summary>
internal static class ReferencedDescriptors
{
    /// <summary>The files of these import names, and those that they import, as far as a reference has them.</summary>
    public static EquatableArray<ProtoFile> Find(
        ImmutableArray<MetadataReference> references, EquatableArray<string> missing, CancellationToken cancellation)
    {
        if (missing.Count == 0) return default;
        var literals = new List<DescriptorLiterals>();
        foreach (var reference in references) literals.Add(new DescriptorLiterals(StringLiterals.Read(reference, cancellation)));

        var found = new SortedDictionary<string, ProtoFile>(StringComparer.Ordinal);
        var wanted = new Queue<string>(missing);
        while (wanted.Count > 0)
        {
            var name = wanted.Dequeue();
            if (found.ContainsKey(name) || WellKnownFiles.TryGet(name) is not null || Find(name, literals) is not { } file) continue;
            found.Add(name, file);
            foreach (var import in FileImports.GetImports(file)) wanted.Enqueue(import);
        }

        return new([.. found.Values]);
    }

    private static ProtoFile? Find(string name, List<DescriptorLiterals> literals)
    {
        foreach (var candidates in literals)
            if (candidates.Find(name) is { } bytes && ProtoFile.Read(name, bytes) is { } file)
                return file;
        return null;
    }
}
