using Conformance;
using Google.Protobuf;
using WireFormat = Conformance.WireFormat;

namespace ProtoGen.Conformance;

/// <summary>Does what one request of the runner asks: parse a payload, write it in the wanted format.</summary>
internal static class Testee
{
    // The runner's own limit for nested JSON, which Google.Protobuf's C# testee uses as well.
    private const int JsonRecursionLimit = 20;

    private static readonly JsonFormatter s_formatter = new(new JsonFormatter.Settings(false, TestMessages.JsonTypes));

    public static ConformanceResponse Answer(ConformanceRequest request)
    {
        if (!TestMessages.ByName.TryGetValue(request.MessageType, out var parser))
            return new ConformanceResponse { Skipped = $"no message {request.MessageType} here" };
        IMessage message;
        try
        {
            switch (request.PayloadCase)
            {
                case ConformanceRequest.PayloadOneofCase.ProtobufPayload:
                    message = parser.ParseFrom(request.ProtobufPayload);
                    break;
                case ConformanceRequest.PayloadOneofCase.JsonPayload:
                    message = JsonParserFor(request).Parse(request.JsonPayload, parser.Descriptor);
                    break;
                default:
                    return new ConformanceResponse { Skipped = "C# has no such format" };
            }
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            return new ConformanceResponse { ParseError = e.Message };
        }
        return Write(message, request.RequestedOutputFormat);
    }

    private static JsonParser JsonParserFor(ConformanceRequest request) =>
        new(new JsonParser.Settings(JsonRecursionLimit, TestMessages.JsonTypes)
            .WithIgnoreUnknownFields(request.TestCategory == TestCategory.JsonIgnoreUnknownParsingTest));

    private static ConformanceResponse Write(IMessage message, WireFormat format)
    {
        try
        {
            return format switch
            {
                WireFormat.Protobuf => new ConformanceResponse { ProtobufPayload = message.ToByteString() },
                WireFormat.Json => new ConformanceResponse { JsonPayload = s_formatter.Format(message) },
                _ => new ConformanceResponse { Skipped = "C# has no such format" },
            };
        }
        catch (InvalidOperationException e)
        {
            return new ConformanceResponse { SerializeError = e.Message };
        }
    }
}
