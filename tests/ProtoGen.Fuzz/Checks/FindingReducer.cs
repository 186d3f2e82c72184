using System.Text;
using System.Text.RegularExpressions;
using ProtoGen.Differential.Descriptors;
using ProtoGen.Fuzz.Mutation;

namespace ProtoGen.Fuzz.Checks;

/// <summary>Reduces the file of a finding while the compilers still differ in the same way.</summary>
internal sealed partial class FindingReducer(FuzzBatch batch, string folder, FileComparer comparer, Difference difference)
{
    private const int MaxTries = 600;

    private int _tries;

    /// <summary>Gets the difference without names and numbers; findings with the same signature count once.</summary>
    public string Signature { get; } = SignatureOf(difference);

    /// <summary>Reduces line by line, then token by token, and keeps the files.</summary>
    public Finding Reduce(string name)
    {
        var original = File.ReadAllText(Path.Combine(folder, name), Encoding.Latin1);
        var reduced = Reduce(name, Reduce(name, original.Split('\n'), "\n").Split('\n'), "\n");
        reduced = Reduce(name, Tokens.Split(reduced), "");
        new FuzzInput(name, reduced).WriteTo(folder);
        var final = comparer.Compare([name]) ?? difference;
        return Keep(name, final);
    }

    /// <summary>Removes runs of parts, long ones first, while the difference remains.</summary>
    private string Reduce(string name, IReadOnlyList<string> parts, string separator)
    {
        List<string> left = [.. parts];
        for (var size = Math.Max(1, left.Count / 2); ; size /= 2)
        {
            for (var at = 0; at < left.Count && _tries < MaxTries;)
            {
                List<string> shorter = [.. left.Take(at), .. left.Skip(at + size)];
                if (StillDiffers(name, string.Join(separator, shorter))) left = shorter;
                else at += size;
            }

            if (size <= 1) return string.Join(separator, left);
        }
    }

    private bool StillDiffers(string name, string text)
    {
        _tries++;
        new FuzzInput(name, text).WriteTo(folder);
        return comparer.Compare([name]) is { } found && SignatureOf(found) == Signature;
    }

    /// <summary>Copies the batch to a new folder below artifacts/fuzz.</summary>
    private Finding Keep(string name, Difference reduced)
    {
        var parent = Path.Combine(Repository.Root, "artifacts", "fuzz");
        var id = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Signature)))[..8];
        var kept = Path.Combine(parent, id);
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
        foreach (var path in Directory.EnumerateFiles(folder, "*.proto", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(kept, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        var imports = string.Concat(batch.ImportRoots.Select(root => " -I" + root));
        return new Finding($"{name}: {reduced.Kind} {reduced.Detail}", Path.Combine(kept, name),
            $"dotnet run -c Release --project tests/ProtoGen.Differential -- artifacts/fuzz/{id}{imports} --only={name}");
    }

    /// <summary>Removes names, numbers and positions.</summary>
    private static string SignatureOf(Difference difference)
    {
        var detail = Quoted().Replace(Position().Replace(difference.Detail, ""), "\"\"");
        return difference.Kind + " " + Digits().Replace(detail.Length > 600 ? detail[..600] : detail, "#");
    }

    [GeneratedRegex("""[\w/.-]+\.proto(:\d+:\d+)?:""")]
    private static partial Regex Position();

    [GeneratedRegex("\"[^\"\\n]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
