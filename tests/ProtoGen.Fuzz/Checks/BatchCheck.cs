using System.Text;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>
/// Compares both compilers on a batch. A file that imports all others makes protoc report all invalid ones in one run; the valid ones are
/// then compiled again for their descriptors. Files are compiled alone only where something differs.
/// </summary>
internal sealed class BatchCheck(FuzzBatch batch, string folder, Func<string, bool> isNew)
{
    private const string AllName = "fuzz_all.proto";

    private readonly FileComparer _comparer = new(folder, batch.ImportRoots);

    /// <summary>Gets the number of files that protoc accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Gets the number of files on which protoc crashed in a known way.</summary>
    public int KnownAborts { get; private set; }

    /// <summary>Returns the differences found.</summary>
    public IReadOnlyList<Finding> Run()
    {
        foreach (var input in batch.Inputs) input.WriteTo(folder);
        return Check([.. batch.Inputs.Select(input => input.Name)]);
    }

    private IReadOnlyList<Finding> Check(IReadOnlyList<string> names)
    {
        new FuzzInput(AllName, ImportAll(names)).WriteTo(folder);
        var expected = CompilerRun.RunProtoc(_comparer.ImportPath, [AllName], CompilerOutput.Descriptors);
        if (expected.IsAbort) return names.Count > 1 ? CheckHalves(names) : CheckAlone(names[0]);
        var actual = TimedRun.ProtoGen(_comparer.ImportPath, [AllName], CompilerOutput.Descriptors);
        var differs = BatchComparer.Compare([AllName], expected, actual, DifferenceKind.Descriptor).Count > 0;
        if (differs && UninitializedDepth.Affects(expected)) return names.Count > 1 ? CheckHalves(names) : CheckAlone(names[0]);
        string[] good =
        [
            .. names.Where(
                name => !expected.Errors.Any(
                    line => line.Contains($"Import \"{name}\" was not found or had errors.", StringComparison.Ordinal))),
        ];
        Accepted += good.Length;
        if (!differs && (good.Length == 0 || _comparer.Compare(good) is null)) return [];
        IReadOnlyList<Finding> alone = [.. names.SelectMany(CheckAlone)];
        return alone.Count > 0 ? alone : CheckTogether(names);
    }

    private IReadOnlyList<Finding> CheckHalves(IReadOnlyList<string> names) =>
        [.. Check([.. names.Take(names.Count / 2)]), .. Check([.. names.Skip(names.Count / 2)])];

    private IReadOnlyList<Finding> CheckAlone(string name)
    {
        var difference = _comparer.Compare([name]);
        if (_comparer.IsKnownAbort) KnownAborts++;
        return Reduce(name, difference);
    }

    /// <summary>Compares all files together, after no single file differed: they may affect each other differently.</summary>
    private IReadOnlyList<Finding> CheckTogether(IReadOnlyList<string> names)
    {
        new FuzzInput(AllName, ImportAll(names)).WriteTo(folder);
        var difference = _comparer.Compare([AllName]);
        return Reduce(AllName, difference);
    }

    private IReadOnlyList<Finding> Reduce(string name, Difference? difference)
    {
        if (difference is null) return [];
        var reducer = new FindingReducer(batch, folder, _comparer, difference);
        return isNew(reducer.Signature) ? [reducer.Reduce(name)] : [];
    }

    private static string ImportAll(IReadOnlyList<string> names)
    {
        var text = new StringBuilder("edition = \"2023\";\n");
        foreach (var name in names) text.Append("import \"").Append(name).Append("\";\n");
        return text.ToString();
    }
}
