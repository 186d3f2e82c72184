namespace ProtoGen.Grpc.Client;

/// <summary>Tasks whose failure nobody need hear of.</summary>
internal static class TaskObservation
{
    /// <summary>Keeps a failure from being reported as unobserved: its caller hears of it elsewhere.</summary>
    public static void ObserveException(this Task task)
    {
        if (task.IsCompleted)
        {
            _ = task.Exception;
            return;
        }
        task.ContinueWith(
            static completed => _ = completed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
