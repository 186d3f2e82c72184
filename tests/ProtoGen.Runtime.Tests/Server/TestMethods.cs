using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>A service whose messages are texts in UTF-8, one method of each kind.</summary>
internal static class TestMethods
{
    public const string Service = "test.Echo";

    public static readonly Marshaller<string> Text = new(
        static (text, context) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            context.SetPayloadLength(bytes.Length);
            var writer = context.GetBufferWriter();
            bytes.CopyTo(writer.GetSpan(bytes.Length));
            writer.Advance(bytes.Length);
            context.Complete();
        },
        static context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

    public static readonly Method<string, string> Unary = Create(MethodType.Unary);
    public static readonly Method<string, string> ClientStreaming = Create(MethodType.ClientStreaming);
    public static readonly Method<string, string> ServerStreaming = Create(MethodType.ServerStreaming);
    public static readonly Method<string, string> DuplexStreaming = Create(MethodType.DuplexStreaming);

    private static Method<string, string> Create(MethodType type) => new(type, Service, type.ToString(), Text, Text);
}
