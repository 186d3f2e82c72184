using Demo;
using Grpc.Core;

static class Headers
{
    public static async Task SendAsync(MyService.MyServiceClient client, PredictRequest request, byte[] bytes)
    {
SNIPPET
    }
}
