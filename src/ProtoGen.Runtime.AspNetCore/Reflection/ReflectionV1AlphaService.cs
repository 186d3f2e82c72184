using Google.Protobuf;
using ProtoGen.Grpc.AspNetCore.Reflection.V1Alpha;

namespace ProtoGen.Grpc.AspNetCore.Reflection;

/// <summary>
/// The service <c>grpc.reflection.v1alpha.ServerReflection</c>, which older tools ask. Its messages are those of v1 on the wire.
/// </summary>
internal sealed class ReflectionV1AlphaService(ReflectionAnswers answers) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var answer = answers.Answer(V1.ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteArray()));
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(answer.ToByteArray()));
        }
    }
}
