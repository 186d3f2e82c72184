using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;

namespace ProtoGen.Compiler.Linking;

/// <summary>Assigns fields to their oneofs and checks the oneofs.</summary>
internal sealed class OneofLinker(LinkContext context)
{
    internal void Link(MessageDescriptor message)
    {
        Collect(message);
        foreach (var oneof in message.Oneofs)
            if (oneof.Fields.Count == 0) context.Report(LinkDiagnostics.EmptyOneof, oneof, ErrorLocation.Name);
        CheckOptional(message);
        CheckOrder(message);
    }

    /// <summary>Checks that synthetic oneofs come last. The parser ensures this, but a descriptor set may not.</summary>
    private void CheckOrder(MessageDescriptor message)
    {
        var isSyntheticSeen = false;
        foreach (var oneof in message.Oneofs)
        {
            isSyntheticSeen |= oneof.IsSynthetic;
            if (isSyntheticSeen && !oneof.IsSynthetic) context.Report(LinkDiagnostics.SyntheticOneofOrder, message, ErrorLocation.Other);
        }
    }

    /// <summary>Checks that each optional field has a synthetic oneof.</summary>
    /// <remarks>The parser creates none for groups, which proto3 does not support.</remarks>
    private void CheckOptional(MessageDescriptor message)
    {
        foreach (var field in message.Fields)
        {
            if (field is { Proto3Optional: true, ContainingOneof: not { IsSynthetic: true } })
                context.Report(LinkDiagnostics.OptionalWithoutOneof, field, ErrorLocation.Other);
        }
    }

    private void Collect(MessageDescriptor message)
    {
        var fields = message.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].ContainingOneof is not { } oneof) continue;
            if (oneof.Fields.Count > 0 && fields[i - 1].ContainingOneof != oneof)
                context.Report(LinkDiagnostics.OneofNotConsecutive, fields[i - 1], ErrorLocation.Type, fields[i - 1].Name, oneof.Name);
            if (oneof.Fields is List<FieldDescriptor> list) list.Add(fields[i]);
            else oneof.Fields = new List<FieldDescriptor>(1) { fields[i] };
        }
    }
}
