using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Creates the descriptors of messages and their members, and declares their names.</summary>
internal sealed class MessageBuilder(LinkContext context, SymbolDeclarations symbols, FieldNumberHints hints)
{
    /// <summary>The maximum nesting depth. More deeply nested messages are reported as errors and omitted.</summary>
    internal const int MaxDepth = 32;

    private const int MaxFields = 65535;

    private readonly FieldBuilder _fields = new(context, symbols, hints);
    private readonly EnumBuilder _enums = new(context, symbols);
    private readonly NumberRangeChecks _ranges = new(context, hints);
    private int _depth;

    internal MessageDescriptor[] BuildAll(List<MessageNode> nodes, MessageDescriptor? parent)
    {
        var result = NewArray<MessageDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++) result[i] = Build(nodes[i], parent);
        return result;
    }

    internal static T[] NewArray<T>(int count) => count == 0 ? [] : new T[count];

    private MessageDescriptor Build(MessageNode node, MessageDescriptor? parent)
    {
        var message = new MessageDescriptor
        {
            Name = node.Name.Text,
            File = context.File,
            SourceNode = node,
            ContainingType = parent,
            Visibility = node.Visibility,
            IsMapEntry = node.IsMapEntry,
        };
        symbols.CheckName(message);
        symbols.Open(message);
        BuildMembers(message, node);
        if (node.IsMapEntry) message.Options = OptionMessage.MapEntry;
        context.QueueOptions(message, node.Options);
        if (++_depth >= MaxDepth)
        {
            context.Report(LinkDiagnostics.TooManyNestedMessages, message, ErrorLocation.Other);
            symbols.LeaveOut(message);
            _depth--;
            return message;
        }

        message.Messages = BuildAll(node.Messages, message);
        _depth--;
        message.ReservedNames = ReservedNames.Copy(context, message, node.ReservedNames);
        symbols.Declare(message);
        _ranges.Check(message);
        if (message.Fields.Count > MaxFields)
        {
            context.Report(
                LinkDiagnostics.TooManyFields, message, ErrorLocation.Type,
                NumberText.FormatInteger(message.Fields.Count), message.FullName, NumberText.FormatInteger(MaxFields));
        }

        return message;
    }

    private void BuildMembers(MessageDescriptor message, MessageNode node)
    {
        message.Oneofs = BuildOneofs(node.Oneofs, message);
        message.Fields = _fields.BuildAll(node.Fields, message, isExtension: false);
        message.Enums = _enums.BuildAll(node.Enums, message);
        message.ExtensionRanges = BuildExtensionRanges(node.ExtensionRanges, message);
        message.Extensions = _fields.BuildAll(node.Extensions, message, isExtension: true);
        message.ReservedRanges = BuildReservedRanges(node.ReservedRanges, message);
    }

    private OneofDescriptor[] BuildOneofs(List<OneofNode> nodes, MessageDescriptor message)
    {
        var result = NewArray<OneofDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new OneofDescriptor
            {
                Name = nodes[i].Name.Text,
                File = context.File,
                SourceNode = nodes[i],
                ContainingType = message,
                IsSynthetic = nodes[i].IsSynthetic,
            };
            symbols.CheckName(result[i]);
            context.QueueOptions(result[i], nodes[i].Options);
            symbols.Declare(result[i]);
        }

        return result;
    }

    private ExtensionRangeDescriptor[] BuildExtensionRanges(List<ExtensionRangeNode> nodes, MessageDescriptor message)
    {
        var result = NewArray<ExtensionRangeDescriptor>(nodes.Count);
        for (var i = 0; i < result.Length; i++)
        {
            var range = new ExtensionRangeDescriptor
            {
                Name = message.Name,
                File = context.File,
                SourceNode = nodes[i],
                ContainingType = message,
                Start = nodes[i].Start,
                End = nodes[i].End,
            };
            result[i] = range;
            if (range.Start <= 0)
            {
                hints.Add(message, range, range.Start, range.End);
                context.Report(LinkDiagnostics.ExtensionNumberNotPositive, range, ErrorLocation.Number);
            }

            if (range.Start >= range.End) context.Report(LinkDiagnostics.ExtensionRangeEmpty, range, ErrorLocation.Number);
            context.QueueOptions(range, nodes[i].Options);
        }

        return result;
    }

    private ReservedRange[] BuildReservedRanges(List<ReservedRangeNode> nodes, MessageDescriptor message)
    {
        var result = NewArray<ReservedRange>(nodes.Count);
        for (var i = 0; i < result.Length; i++)
        {
            var (start, end) = (nodes[i].Start, nodes[i].End);
            result[i] = new ReservedRange(start, end);
            if (start <= 0)
            {
                hints.Add(message, nodes[i].StartSpan, start, end);
                context.Reporter.Report(LinkDiagnostics.ReservedNumberNotPositive, nodes[i].StartSpan);
            }

            if (start >= end) context.Reporter.Report(LinkDiagnostics.ReservedRangeEmpty, nodes[i].StartSpan);
        }

        return result;
    }
}
