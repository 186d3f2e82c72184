namespace ProtoGen.Tool.Output;

/// <summary>Runs the same work for each file of a list.</summary>
internal static class FileWork
{
    /// <summary>The number of files from which work is done in parallel.</summary>
    /// <remarks>The first parallel loop of a process takes as long as parsing or serializing this many files.</remarks>
    public const int FewFiles = 16;

    /// <summary>Returns the results in the order of the files, and uses all cores if there are many files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="work">The work for a file, which other threads may do at the same time for other files.</param>
    public static IEnumerable<TResult> SelectInParallel<TFile, TResult>(this IReadOnlyList<TFile> files, Func<TFile, TResult> work) =>
        files.Count < FewFiles ? files.Select(work) : files.AsParallel().AsOrdered().Select(work);
}
