using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>What protoc looks at when a file is linked and valid.</summary>
internal static class FinalChecks
{
    internal static void Run(FileLinker linker)
    {
        ReportUnusedImports(linker);
    }

    private static void ReportUnusedImports(FileLinker linker)
    {
        foreach (var unused in linker.Imports.Unused)
            linker.Reporter.ReportImport(LinkDiagnostics.UnusedImport, unused.Name, unused.Name);
    }
}
