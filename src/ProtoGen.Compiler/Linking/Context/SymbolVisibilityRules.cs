using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Decides by the keywords <c>export</c> and <c>local</c> of edition 2024 which types other files can use.</summary>
internal static class SymbolVisibilityRules
{
    internal static bool IsVisible(Descriptor type, FileDescriptor from) =>
        ReferenceEquals(type.File, from) || EffectiveVisibility(type) == SymbolVisibility.Export;

    internal static void Report(LinkContext context, Descriptor type, Descriptor element, ErrorLocation where, string usage = "")
    {
        var reason = Keyword(type) == SymbolVisibility.Local
            ? "It is explicitly marked 'local'"
            : "It defaulted to local from file-level 'option features.default_symbol_visibility = '"
            + Words(type.Features.DefaultSymbolVisibility) + "';";
        context.Report(LinkDiagnostics.NotVisible, element, where, type.FullName, type.File.Name, usage, context.File.Name, reason);
    }

    internal static SymbolVisibility Keyword(Descriptor type) => type switch
    {
        MessageDescriptor message => message.Visibility,
        EnumDescriptor enumType => enumType.Visibility,
        _ => SymbolVisibility.Unset,
    };

    private static SymbolVisibility EffectiveVisibility(Descriptor type)
    {
        var keyword = Keyword(type);
        if (keyword != SymbolVisibility.Unset) return keyword;
        return type.Features.DefaultSymbolVisibility switch
        {
            DefaultSymbolVisibility.ExportTopLevel => type.Scope is null ? SymbolVisibility.Export : SymbolVisibility.Local,
            DefaultSymbolVisibility.LocalAll or DefaultSymbolVisibility.Strict => SymbolVisibility.Local,
            _ => SymbolVisibility.Export,
        };
    }

    private static string Words(DefaultSymbolVisibility visibility) => visibility switch
    {
        DefaultSymbolVisibility.ExportAll => "EXPORT_ALL",
        DefaultSymbolVisibility.ExportTopLevel => "EXPORT_TOP_LEVEL",
        DefaultSymbolVisibility.LocalAll => "LOCAL_ALL",
        DefaultSymbolVisibility.Strict => "STRICT",
        _ => "DEFAULT_SYMBOL_VISIBILITY_UNKNOWN",
    };
}
