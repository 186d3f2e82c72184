namespace ProtoGen.Compiler.Tests;

/// <summary>A stack smaller than that of any thread a compiler runs on.</summary>
internal static class SmallStack
{
    private const int Size = 512 * 1024;

    /// <summary>Runs there, waits for the end and demands that nothing was thrown.</summary>
    internal static void Run(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            Size);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
