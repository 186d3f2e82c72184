using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;

namespace ProtoGen.Compiler.Linking.Validation;

/// <summary>Reports conflicts between a name in a rejected file and the generated name of a map's entry type.</summary>
internal sealed class MapConflicts(LinkContext context)
{
    internal void Detect()
    {
        foreach (var message in context.File.Messages) Detect(message);
    }

    private void Detect(MessageDescriptor message)
    {
        var types = new Dictionary<string, MessageDescriptor>();
        foreach (var nested in message.Messages)
        {
            if (!types.TryGetValue(nested.Name, out var first))
            {
                types.Add(nested.Name, nested);
            }
            else if (first.IsMapEntry || nested.IsMapEntry)
            {
                Report(message, first.IsMapEntry ? nested : first, "nested message type");
                break;
            }

            Detect(nested);
        }

        if (types.Count == 0) return;
        foreach (var field in message.Fields) Check(field, "field");
        foreach (var type in message.Enums) Check(type, "enum type");
        foreach (var oneof in message.Oneofs) Check(oneof, "oneof type");

        void Check(Descriptor element, string kind)
        {
            if (types.TryGetValue(element.Name, out var type) && type.IsMapEntry) Report(message, element, kind);
        }
    }

    private void Report(MessageDescriptor message, Descriptor existing, string kind) =>
        context.ReportRepeated(LinkDiagnostics.MapEntryConflict, message, ErrorLocation.Name, existing, existing.Name, kind);
}
