using Demo;
using ProtoGen.Grpc;
using ProtoGen.Grpc.Interceptors;

static class Clients
{
    public static void Register(WebApplicationBuilder builder, string token)
    {
SNIPPET
    }

    private sealed class LoggingInterceptor : Interceptor;
}
