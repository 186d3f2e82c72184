using ProtoGen.Grpc.AspNetCore.Reflection.V1;

namespace ProtoGen.Grpc.AspNetCore.Reflection;

/// <summary>The service <c>grpc.reflection.v1.ServerReflection</c>.</summary>
internal sealed class ReflectionService(ReflectionAnswers answers) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(answers.Answer(requestStream.Current));
    }
}
