namespace ProtoGen.Differential.Api;

/// <summary>Finds declarations of protoc that ProtoGen lacks or that differ. Additional declarations are allowed.</summary>
public static class ApiComparison
{
    /// <summary>Base types that ProtoGen's base types imply.</summary>
    private static readonly Dictionary<string, string> s_implied = new()
    {
        ["global::Google.Protobuf.IBufferMessage"] = "global::ProtoGen.Runtime.ISpanMessage",
    };

    /// <summary>One line for each difference.</summary>
    public static IEnumerable<string> Differences(string file, string expected, string actual)
    {
        // protoc does not escape keywords: what it makes of them is no C#, and nothing to compare with.
        if (DeclarationReader.Read(expected) is not { } theirs) yield break;
        if (DeclarationReader.Read(actual) is not { } ours)
        {
            yield return $"{file}: our output is not C#";
            yield break;
        }

        ILookup<string, string> found = ours.ToLookup(declaration => declaration.Key, declaration => declaration.Signature);
        foreach (Declaration declaration in theirs)
        {
            if (!found.Contains(declaration.Key))
            {
                if (!IsImplied(declaration.Key, found)) yield return $"{file}: missing: {declaration.Key} [{declaration.Signature}]";
            }
            else if (!found[declaration.Key].Contains(declaration.Signature))
            {
                yield return $"{file}: {declaration.Key}: is [{found[declaration.Key].First()}], protoc's is [{declaration.Signature}]";
            }
        }
    }

    private static bool IsImplied(string key, ILookup<string, string> found)
    {
        foreach ((string implied, string by) in s_implied)
            if (key.EndsWith(" : " + implied, StringComparison.Ordinal) && found.Contains(key[..^implied.Length] + by))
                return true;
        return false;
    }
}
