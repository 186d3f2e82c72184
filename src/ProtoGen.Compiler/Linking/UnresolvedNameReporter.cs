using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;

namespace ProtoGen.Compiler.Linking;

/// <summary>Reports an unresolved name, with the cause that the last lookup found.</summary>
internal static class UnresolvedNameReporter
{
    internal static void Report(LinkContext context, Descriptor element, ErrorLocation where, string name)
    {
        var symbols = context.Symbols;
        if (symbols.NotImported is null) context.Unresolved.Add((element, name));
        if (symbols.NotImported is null && symbols.ResolvedButUndefined is null)
            context.Report(LinkDiagnostics.NotDefined, element, where, name);
        if (symbols.NotImported is { } file)
            context.Report(LinkDiagnostics.NotImported, element, where, symbols.NotImportedName!, file.Name, context.File.Name);
        if (symbols.ResolvedButUndefined is { } resolved)
            context.Report(LinkDiagnostics.ResolvedElsewhere, element, where, name, resolved);
    }
}
