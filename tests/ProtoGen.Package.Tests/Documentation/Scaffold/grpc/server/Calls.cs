using Demo;
using Grpc.Core;

static class Calls
{
    public static async Task MakeAsync(MyService.MyServiceClient client, PredictRequest request, PredictRequest[] parts, CancellationToken token)
    {
SNIPPET
    }

    private static void Show(PredictResponse response) => Console.WriteLine(response);
}
