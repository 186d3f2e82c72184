namespace ProtoGen.Compiler.Tests;

/// <summary>Runs code on a stack that is smaller than that of any thread of a compiler.</summary>
internal static class SmallStack
{
    private const int Size = 512 * 1024;

    /// <summary>Runs an action, waits for its end, and asserts that it threw nothing.</summary>
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
