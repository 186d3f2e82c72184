using ProtoGen.Differential;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>Compares both compilers on the files of one command line, and generates C# for accepted files.</summary>
internal sealed class FileComparer(string folder, IReadOnlyList<string> importRoots)
{
    /// <summary>Gets the import path.</summary>
    public IReadOnlyList<string> ImportPath { get; } = [folder, .. importRoots, Protoc.IncludePath];

    /// <summary>Gets whether protoc crashed in a known way in the last comparison.</summary>
    public bool IsKnownAbort { get; private set; }

    /// <summary>Returns the difference, or null.</summary>
    public Difference? Compare(IReadOnlyList<string> files)
    {
        var expected = CompilerRun.RunProtoc(ImportPath, files, CompilerOutput.SourceInfo);
        var actual = TimedRun.ProtoGen(ImportPath, files, CompilerOutput.SourceInfo);
        IsKnownAbort = KnownAborts.IsKnown(expected);
        if (IsKnownAbort) return actual.ExitCode <= 1 ? null : new Difference(files[0], DifferenceKind.Verdict, actual.Errors[0]);
        var difference = BatchComparer.Compare(files, expected, actual, DifferenceKind.SourceInfo).FirstOrDefault();
        if (difference is not null && UninitializedDepth.Affects(expected)) return null;
        return difference is null && expected.ExitCode == 0 ? GeneratedCode.Check(ImportPath, files) : difference;
    }
}
