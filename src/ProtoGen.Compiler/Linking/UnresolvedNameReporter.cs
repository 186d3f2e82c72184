using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Reports a name that was not found, with what the last lookup learnt about why.</summary>
internal static class NotDefined
{
    internal static void Report(FileLinker linker, Descriptor element, ErrorLocation where, string name)
    {
        var symbols = linker.Symbols;
        if (symbols.NotImported is null) linker.Unresolved.Add((element, name));
        if (symbols.NotImported is null && symbols.ResolvedButUndefined is null)
            linker.Report(LinkDiagnostics.NotDefined, element, where, name);
        if (symbols.NotImported is { } file)
            linker.Report(LinkDiagnostics.NotImported, element, where, symbols.NotImportedName!, file.Name, linker.File.Name);
        if (symbols.ResolvedButUndefined is { } resolved)
            linker.Report(LinkDiagnostics.ResolvedElsewhere, element, where, name, resolved);
    }
}
