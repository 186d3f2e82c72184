using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Continues a recursion on another thread when the current stack is nearly used up.</summary>
internal static class DeepStack
{
    private const int Size = 16 * 1024 * 1024;

    /// <summary>Returns whether the remaining stack is large enough for one more level.</summary>
    public static bool HasRoom()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>Runs an action on a new thread with a new stack, waits for its end and returns its result.</summary>
    public static bool Run(Func<bool> action)
    {
        var result = false;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
