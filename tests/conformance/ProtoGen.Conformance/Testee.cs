using Conformance;
using Google.Protobuf;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Text;
using WireFormat = Conformance.WireFormat;

namespace ProtoGen.Conformance;

/// <summary>Runs one request of the runner: parses a payload and writes it in the requested format.</summary>
internal static class Testee
{
    private static readonly JsonWriteOptions Writing = new() { Types = TestMessages.Types };
    private static readonly JsonReadOptions Reading = new() { Types = TestMessages.Types };
    private static readonly TextReadOptions TextReading = new() { Types = TestMessages.Types };

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
                    message = ProtoJson.Parse(request.JsonPayload, parser.Descriptor, ReadingFor(request));
                    break;
                case ConformanceRequest.PayloadOneofCase.TextPayload:
                    message = ProtoText.Parse(request.TextPayload, parser.Descriptor, TextReading);
                    break;
                default:
                    return new ConformanceResponse { Skipped = "C# has no such format" };
            }
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException or TextFormatException)
        {
            return new ConformanceResponse { ParseError = e.Message };
        }
        return Write(message, request);
    }

    private static TextWriteOptions TextWritingFor(ConformanceRequest request) =>
        new() { Types = TestMessages.Types, OmitUnknownFields = !request.PrintUnknownFields };

    private static JsonReadOptions ReadingFor(ConformanceRequest request) =>
        Reading with { IgnoreUnknownFields = request.TestCategory == TestCategory.JsonIgnoreUnknownParsingTest };

    private static ConformanceResponse Write(IMessage message, ConformanceRequest request)
    {
        try
        {
            return request.RequestedOutputFormat switch
            {
                WireFormat.Protobuf => new ConformanceResponse { ProtobufPayload = message.ToByteString() },
                WireFormat.Json => new ConformanceResponse { JsonPayload = message.ToJson(Writing) },
                WireFormat.TextFormat => new ConformanceResponse { TextPayload = message.ToText(TextWritingFor(request)) },
                _ => new ConformanceResponse { Skipped = "C# has no such format" },
            };
        }
        catch (InvalidOperationException e)
        {
            return new ConformanceResponse { SerializeError = e.Message };
        }
    }
}
