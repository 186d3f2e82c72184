using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking;

/// <summary>Suggests free field numbers for messages with invalid numbers. Like protoc, it does so only for top-level messages.</summary>
internal sealed class FieldNumberHints(LinkContext context)
{
    private const int MaxSuggestions = 3;

    private readonly Dictionary<MessageDescriptor, Request> _requests = [];

    /// <summary>
    /// Requests one number for each number of the invalid range. The first request for a message determines the position.
    /// </summary>
    internal void Add(MessageDescriptor? message, Descriptor reason, int start = 0, int end = 1) =>
        Add(message, DiagnosticSpans.ProtocSpan(reason, ErrorLocation.Number), start, end);

    internal void Add(MessageDescriptor? message, Text.TextSpan span, int start = 0, int end = 1)
    {
        if (message is null) return;
        if (!_requests.TryGetValue(message, out var request)) _requests.Add(message, request = new Request(span));
        request.Count = Fit(request.Count + Fit(Fit(end) - Fit(start)));
    }

    internal void Report()
    {
        if (_requests.Count == 0) return;
        foreach (var message in context.File.Messages)
        {
            if (!_requests.TryGetValue(message, out var request) || request.Count <= 0) continue;
            var numbers = Suggest(message, Math.Min(MaxSuggestions, request.Count));
            context.Reporter.Report(LinkDiagnostics.SuggestedFieldNumbers, request.Span, message.FullName, numbers);
        }
    }

    private static int Fit(int value) => Math.Min(Math.Max(value, 0), FieldNumbers.Max);

    private static string Suggest(MessageDescriptor message, int count)
    {
        var numbers = new List<int>(count);
        var candidate = 1;
        foreach (var (from, to) in UsedRanges(message))
        {
            while (candidate < from && numbers.Count < count) numbers.Add(candidate++);
            if (numbers.Count == count) break;
            candidate = Math.Max(candidate, to);
        }

        return string.Join(", ", numbers);
    }

    private static List<(int From, int To)> UsedRanges(MessageDescriptor message)
    {
        var used = new List<(int From, int To)>();
        foreach (var field in message.Fields) AddNumber(field.Number);
        foreach (var extension in message.Extensions) AddNumber(extension.Number);
        foreach (var (start, end) in message.ReservedRanges) AddRange(start, end);
        foreach (var range in message.ExtensionRanges) AddRange(range.Start, range.End);
        used.Add((FieldNumbers.Max, FieldNumbers.Max + 1));
        used.Add((FieldNumbers.FirstOfLibrary, FieldNumbers.LastOfLibrary));
        used.Sort();
        return used;

        void AddNumber(int number)
        {
            if (number > 0 && number <= FieldNumbers.Max) used.Add((number, number + 1));
        }

        void AddRange(int from, int to)
        {
            from = Math.Max(0, Math.Min(FieldNumbers.Max + 1, from));
            to = Math.Max(0, Math.Min(FieldNumbers.Max + 1, to));
            if (from < to) used.Add((from, to));
        }
    }

    private sealed class Request(Text.TextSpan span)
    {
        internal Text.TextSpan Span { get; } = span;

        internal int Count { get; set; }
    }
}
