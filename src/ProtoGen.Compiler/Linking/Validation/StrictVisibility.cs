using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>
/// Checks that no nested type is exported under strict visibility, except enums in a message that serves only as a namespace.
/// </summary>
internal sealed class StrictVisibility(LinkContext context) : DescriptorVisitor
{
    private readonly List<EnumDescriptor> _enums = [];

    internal void Check()
    {
        Visit(context.File);
        foreach (var type in _enums) context.Reporter.Report(LinkDiagnostics.NestedEnumExport, default(Text.TextSpan), type.FullName);
    }

    protected override void VisitMessage(MessageDescriptor message)
    {
        if (message.ContainingType is not null && message.Visibility == SymbolVisibility.Export && IsStrict(message))
            context.Reporter.Report(LinkDiagnostics.NestedMessageExport, default(Text.TextSpan), message.FullName);
    }

    protected override void VisitEnum(EnumDescriptor type)
    {
        if (type.ContainingType is { } message && type.Visibility == SymbolVisibility.Export && IsStrict(type) && !IsNamespace(message))
            _enums.Add(type);
    }

    private static bool IsStrict(Descriptor type) => type.Features.DefaultSymbolVisibility == DefaultSymbolVisibility.Strict;

    private bool IsNamespace(MessageDescriptor message)
    {
        if (message.ContainingType is not null || message.ReservedRanges.Count != 1) return false;
        var isLocalByDefault =
            context.File.Features.DefaultSymbolVisibility is DefaultSymbolVisibility.Strict or DefaultSymbolVisibility.LocalAll;
        var isLocal = message.Visibility == SymbolVisibility.Local || (message.Visibility == SymbolVisibility.Unset && isLocalByDefault);
        return isLocal && message.ReservedRanges[0] == new ReservedRange(1, FieldNumbers.Max + 1);
    }
}
