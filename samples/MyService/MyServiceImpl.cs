using Demo;
using Grpc.Core;

/// <summary>The service: its base class comes from my_service.proto.</summary>
internal sealed class MyServiceImpl : MyService.MyServiceBase
{
    public override Task<PredictResponse> Predict(PredictRequest request, ServerCallContext context)
    {
        Console.WriteLine($"Received prompt: {request.Prompt}");
        return Task.FromResult(new PredictResponse { Result = $"Hello, {request.Prompt}!" });
    }
}
