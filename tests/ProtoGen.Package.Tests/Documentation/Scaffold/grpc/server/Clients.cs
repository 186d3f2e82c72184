using Demo;
using Grpc.Core.Interceptors;

static class Clients
{
    public static void Register(WebApplicationBuilder builder, string token)
    {
SNIPPET
    }

    private sealed class LoggingInterceptor : Interceptor;
}
