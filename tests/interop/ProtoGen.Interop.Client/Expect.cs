using Grpc.Core;

namespace ProtoGen.Interop.Client;

/// <summary>Checks the server's answers.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InteropException($"{what} is {actual}, not {expected}.");
    }

    public static async Task<RpcException> FailureAsync(StatusCode expected, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException exception)
        {
            Equal(expected, exception.StatusCode, "The status");
            return exception;
        }
        throw new InteropException($"The call succeeded instead of failing with {expected}.");
    }
}
