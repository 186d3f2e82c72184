using ProtoGen.Testing;
using Xunit;

public sealed class GeneratedFilesTests
{
    private static string GeneratedFiles => Path.Combine(AppContext.BaseDirectory, "../../../obj");

SNIPPET
}
