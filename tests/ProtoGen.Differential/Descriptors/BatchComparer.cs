using System.Text;

namespace ProtoGen.Differential.Descriptors;

/// <summary>
/// Compares both compilers on groups of files. A group that protoc rejects, or on which they differ, is halved down to single files,
/// so that good files are compiled many at once and each bad one alone.
/// </summary>
/// <param name="importPath">The folders in which imports are found.</param>
/// <param name="outputs">The outputs to compare. Later ones are compared only if the earlier ones are equal.</param>
internal sealed class BatchComparer(IReadOnlyList<string> importPath, IReadOnlyList<CompilerOutput> outputs)
{
    private int _aborts;

    /// <summary>Gets the number of files on which protoc crashed, so that there was nothing to compare with.</summary>
    public int Aborts => _aborts;

    /// <summary>Returns the differences.</summary>
    public IReadOnlyList<Difference> Compare(IReadOnlyList<string> files)
    {
        var expected = CompilerRun.RunProtoc(importPath, files, outputs[0]);
        if (files.Count > 1 && expected.ExitCode != 0)
        {
            return CompareHalves(files);
        }

        if (expected.IsAbort)
        {
            Interlocked.Increment(ref _aborts);
            return [];
        }

        var actual = CompilerRun.RunProtoGen(importPath, files, outputs[0]);
        var differences = Compare(files, expected, actual, KindOf(outputs[0]));
        for (var i = 1; i < outputs.Count && differences.Count == 0 && expected.ExitCode == 0; i++)
        {
            differences = Compare(
                files, CompilerRun.RunProtoc(importPath, files, outputs[i]), CompilerRun.RunProtoGen(importPath, files, outputs[i]),
                KindOf(outputs[i]));
        }

        if (differences.Count == 0 || files.Count == 1)
        {
            return differences;
        }

        var alone = CompareHalves(files);
        return alone.Count > 0 ? alone : differences;
    }

    private IReadOnlyList<Difference> CompareHalves(IReadOnlyList<string> files)
    {
        var half = files.Count / 2;
        return [.. Compare(files.Take(half).ToList()), .. Compare(files.Skip(half).ToList())];
    }

    /// <summary>Returns the differences between two runs.</summary>
    internal static IReadOnlyList<Difference> Compare(
        IReadOnlyList<string> files, CompilerRun expected, CompilerRun actual, DifferenceKind kind)
    {
        var name = files.Count == 1 ? files[0] : $"{files[0]} and {files.Count - 1} more";
        if (expected.ExitCode != actual.ExitCode)
        {
            var detail = $"protoc exits with {expected.ExitCode}, we with {actual.ExitCode}: "
                + (CompareMessages(expected, actual) ?? "same messages");
            return [new Difference(name, DifferenceKind.Verdict, detail)];
        }

        if (CompareMessages(expected, actual) is { } messages)
        {
            return [new Difference(name, DifferenceKind.Messages, messages)];
        }

        var differences = new List<Difference>();
        foreach ((var file, var bytes) in expected.Files)
        {
            var ours = actual.Files.GetValueOrDefault(file, []);
            if (!bytes.AsSpan().SequenceEqual(ours))
            {
                var detail = kind == DifferenceKind.Python ? FirstDifferentLine(bytes, ours) : DescriptorPath.Describe(bytes, ours);
                differences.Add(new Difference(file, kind, detail));
            }
        }

        return differences;
    }

    private static DifferenceKind KindOf(CompilerOutput output) => output switch
    {
        CompilerOutput.Python => DifferenceKind.Python,
        CompilerOutput.SourceInfo => DifferenceKind.SourceInfo,
        _ => DifferenceKind.Descriptor,
    };

    private static string FirstDifferentLine(byte[] expected, byte[] actual)
    {
        var expectedLines = Encoding.UTF8.GetString(expected).Split('\n');
        var actualLines = Encoding.UTF8.GetString(actual).Split('\n');
        var line = Enumerable.Range(0, expectedLines.Length)
            .FirstOrDefault(i => i >= actualLines.Length || expectedLines[i] != actualLines[i], expectedLines.Length);
        return $"line {line + 1}\n    protoc: {expectedLines.ElementAtOrDefault(line)}\n    we:     {actualLines.ElementAtOrDefault(line)}";
    }

    private static string? CompareMessages(CompilerRun expected, CompilerRun actual)
    {
        var expectedLines = UnstableOrder.Sort(expected.Errors);
        var actualLines = UnstableOrder.Sort(actual.Errors);
        for (var i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            var left = i < expectedLines.Length ? expectedLines[i] : "nothing more";
            var right = i < actualLines.Length ? actualLines[i] : "nothing more";
            if (left != right)
            {
                return $"message {i + 1}\n    protoc: {left}\n    we:     {right}";
            }
        }

        return null;
    }
}
