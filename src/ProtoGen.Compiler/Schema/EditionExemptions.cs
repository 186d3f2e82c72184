namespace ProtoGen.Compiler.Schema;

/// <summary>Recognizes, by the start of their names, the files for which protoc accepts any edition.</summary>
public static class EditionExemptions
{
    private static readonly string[] Prefixes =
        ["google/protobuf/", "upb/", "com/google/protobuf/", "conformance/test_protos/", "test_messages_edition_unstable"];

    /// <summary>Returns whether the file of this import name may use an edition that is not supported.</summary>
    public static bool Contains(string fileName)
    {
        foreach (var prefix in Prefixes)
        {
            if (fileName.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
