using ProtoGen.Build.State;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.UserCode;

namespace ProtoGen.Build.Inputs;

/// <summary>The C# files of the project, except those that the task writes.</summary>
/// <param name="paths">The absolute paths.</param>
internal sealed class SourceFiles(IEnumerable<string> paths)
{
    private readonly HashSet<string> _paths = new(paths, StringComparer.Ordinal);

    /// <summary>Gets the files that were read; empty before <see cref="Read"/> is called.</summary>
    public IReadOnlyDictionary<string, SourceState> States { get; private set; } = new Dictionary<string, SourceState>();

    /// <summary>Gets the partial classes of the files that were read.</summary>
    public EquatableArray<PartialClass> PartialClasses =>
        PartialClassScanner.Merge(States.Values.SelectMany(state => state.PartialClasses));

    /// <summary>Gets the partial classes in those of the read files that protoc generated.</summary>
    public IReadOnlyList<ProtocCode> ProtocClasses =>
    [
        .. from state in States
           where state.Value.IsFromProtoc
           from part in state.Value.PartialClasses
           select new ProtocCode(part.TypeName, state.Key),
    ];

    /// <summary>Removes generated files.</summary>
    public void Exclude(IEnumerable<string> generated) => _paths.ExceptWith(generated);

    /// <summary>Reads the files that have changed since an earlier run.</summary>
    public void Read(IReadOnlyDictionary<string, SourceState>? previous)
    {
        var states = new Dictionary<string, SourceState>(StringComparer.Ordinal);
        foreach (var path in _paths)
        {
            var stamp = FileStamp.Take(path);
            if (previous is not null && previous.TryGetValue(path, out var known) && known.Stamp == stamp) states.Add(path, known);
            else states.Add(path, Scan(path, stamp));
        }

        States = states;
    }

    /// <summary>Returns a hash of the partial classes.</summary>
    public string GetKey() => ContentHash.Of(PartialClasses.SelectMany(static part => (IEnumerable<string>)
        [part.TypeName, part.NamesBaseClass.ToString(), .. part.Members, "", .. part.Identifiers]));

    private static SourceState Scan(string path, FileStamp stamp)
    {
        var text = stamp.Length < 0 ? "" : File.ReadAllText(path);
        var start = text.Substring(0, Math.Min(text.Length, ProtocCode.HeaderLength));
        return new SourceState(stamp, PartialClassScanner.Scan(text), ProtocCode.FindSource(start) is not null);
    }
}
