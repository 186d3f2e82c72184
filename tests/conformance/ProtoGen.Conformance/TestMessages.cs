using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Schema;
using Edition2023 = ProtobufTestMessages.Editions;
using EditionsProto2 = ProtobufTestMessages.Editions.Proto2;
using EditionsProto3 = ProtobufTestMessages.Editions.Proto3;
using Proto2 = ProtobufTestMessages.Proto2;
using Proto3 = ProtobufTestMessages.Proto3;

namespace ProtoGen.Conformance;

/// <summary>A parser of one message type, with its descriptor.</summary>
internal sealed record TestMessage(MessageDescriptor Descriptor, Func<ByteString, IMessage> ParseFrom)
{
    public static TestMessage Of<T>(MessageParser<T> parser, MessageDescriptor descriptor, params Extension[] extensions)
        where T : IMessage<T>
    {
        var registry = new ExtensionRegistry();
        registry.AddRange(extensions);
        var knowing = parser.WithExtensionRegistry(registry);
        return new TestMessage(descriptor, bytes => knowing.ParseFrom(bytes));
    }
}

/// <summary>The message types that the runner uses.</summary>
internal static class TestMessages
{
    public static Dictionary<string, TestMessage> ByName { get; } = new TestMessage[]
    {
        TestMessage.Of(Proto3.TestAllTypesProto3.Parser, Proto3.TestAllTypesProto3.Descriptor),
        TestMessage.Of(EditionsProto3.TestAllTypesProto3.Parser, EditionsProto3.TestAllTypesProto3.Descriptor),
        TestMessage.Of(
            Proto2.TestAllTypesProto2.Parser,
            Proto2.TestAllTypesProto2.Descriptor,
            Proto2.TestMessagesProto2Extensions.ExtensionInt32,
            Proto2.TestAllTypesProto2.Types.MessageSetCorrectExtension1.Extensions.MessageSetExtension,
            Proto2.TestAllTypesProto2.Types.MessageSetCorrectExtension2.Extensions.MessageSetExtension),
        TestMessage.Of(
            EditionsProto2.TestAllTypesProto2.Parser,
            EditionsProto2.TestAllTypesProto2.Descriptor,
            EditionsProto2.TestMessagesProto2EditionsExtensions.ExtensionInt32,
            EditionsProto2.TestAllTypesProto2.Types.MessageSetCorrectExtension1.Extensions.MessageSetExtension,
            EditionsProto2.TestAllTypesProto2.Types.MessageSetCorrectExtension2.Extensions.MessageSetExtension),
        TestMessage.Of(
            Edition2023.TestAllTypesEdition2023.Parser,
            Edition2023.TestAllTypesEdition2023.Descriptor,
            Edition2023.TestMessagesEdition2023Extensions.ExtensionInt32,
            Edition2023.TestMessagesEdition2023Extensions.DelimitedExt,
            Edition2023.TestMessagesEdition2023Extensions.GroupLikeType),
    }.ToDictionary(message => message.Descriptor.FullName);

    /// <summary>Gets the types that <c>Any</c> can contain, and the extensions.</summary>
    public static ProtoTypes Types { get; } = ProtoTypes.FromMessages(ByName.Values.Select(message => message.Descriptor));
}
