using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Rejects an <c>import option</c> of a file whose options mark fields as secret.</summary>
/// <remarks>Such a file is not available at run time, so the fields would not be redacted.</remarks>
internal sealed class DebugRedaction : DescriptorVisitor
{
    private readonly HashSet<MessageDescriptor> _visited = [];
    private string? _marker;

    internal static void Check(LinkContext context)
    {
        foreach (var dependency in context.File.OptionDependencyFiles)
        {
            var redaction = new DebugRedaction();
            redaction.Visit(dependency);
            if (redaction._marker is null) continue;
            context.Reporter.ReportLate(
                LinkStage.FieldNumbers, LinkDiagnostics.DebugRedactMarker, default, dependency.Name, redaction._marker);
            break;
        }
    }

    protected override void VisitField(FieldDescriptor field)
    {
        if (field.IsExtension && Redacts(field)) _marker = field.FullName;
    }

    private bool Redacts(FieldDescriptor field) =>
        (field.EnumType is { } type && Redacts(type)) || (field.MessageType is { } message && Redacts(message));

    private bool Redacts(MessageDescriptor message)
    {
        if (!_visited.Add(message)) return false;
        foreach (var field in message.Fields)
        {
            if (!Redacts(field)) continue;
            _visited.Remove(message);
            return true;
        }

        return false;
    }

    private static bool Redacts(EnumDescriptor type)
    {
        foreach (var value in type.Values)
            if (!value.Options.IsEmpty && value.Options.GetBool(DescriptorFields.EnumValueOptions.DebugRedact)) return true;
        return false;
    }
}
