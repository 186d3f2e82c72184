using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Checks the limits of edition 2026 if the features enforce them.</summary>
internal sealed class ProtoLimitsValidator(LinkContext context) : DescriptorVisitor
{
    private const int FieldsPerMessage = 1500;
    private const int OneofsPerMessage = 1000;
    private const int FieldsPerOneof = 1200;
    private const int ValuesPerEnum = 1700;

    protected override void VisitMessage(MessageDescriptor message)
    {
        Check("Message", message, message.Fields.Count, FieldsPerMessage, "fields");
        if (message.Oneofs.Count > OneofsPerMessage)
            Check("Message", message, message.Oneofs.Count(oneof => !oneof.IsSynthetic), OneofsPerMessage, "oneofs");
    }

    protected override void VisitOneof(OneofDescriptor oneof) => Check("Oneof", oneof, oneof.Fields.Count, FieldsPerOneof, "fields");

    protected override void VisitEnum(EnumDescriptor type) => Check("Enum", type, type.Values.Count, ValuesPerEnum, "values");

    private void Check(string kind, Descriptor element, int count, int limit, string parts)
    {
        if (count <= limit || element.Features.EnforceProtoLimits == EnforceProtoLimits.LegacyNoExplicitLimits) return;
        context.Report(LinkDiagnostics.ProtoLimit, element, ErrorLocation.Name, kind, element.Name, NumberText.FormatInteger(limit), parts);
    }
}
