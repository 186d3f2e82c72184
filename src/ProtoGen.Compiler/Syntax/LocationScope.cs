namespace ProtoGen.Compiler.Syntax;

/// <summary>
/// A source location whose element is being parsed. Disposing it ends the location with the last token read, unless its end was set.
/// </summary>
/// <remarks>It does nothing when locations are not recorded.</remarks>
internal readonly ref struct LocationScope
{
    private readonly Lexer _lexer;
    private readonly SourceLocations? _locations;

    private LocationScope(Lexer lexer, SourceLocations? locations, int index)
    {
        _lexer = lexer;
        _locations = locations;
        Index = index;
    }

    /// <summary>Gets the index in the list of locations; -1 if locations are not recorded.</summary>
    public int Index { get; }

    /// <summary>Gets the number of elements of the path.</summary>
    public int PathLength => _locations is null ? 0 : _locations.GetEntry(Index).PathLength;

    public static LocationScope Open(Lexer lexer, SourceLocations? locations, int parent) =>
        new(lexer, locations, locations is null ? -1 : locations.Add(parent, in lexer.Current));

    /// <summary>Returns the location at an index of the list, which is still open.</summary>
    public static LocationScope At(Lexer lexer, SourceLocations? locations, int index) => new(lexer, locations, index);

    public void AddPath(int element) => _locations?.Extend(Index, element);

    public void StartAt(in Token token)
    {
        if (_locations is not null)
        {
            ref var entry = ref _locations.GetEntry(Index);
            entry.StartLine = token.Line;
            entry.StartColumn = token.Column;
        }
    }

    public void StartAt(in LocationScope other)
    {
        if (_locations is not null)
        {
            var start = _locations.GetEntry(other.Index);
            ref var entry = ref _locations.GetEntry(Index);
            entry.StartLine = start.StartLine;
            entry.StartColumn = start.StartColumn;
        }
    }

    public void EndAt(in Token token)
    {
        if (_locations is not null)
        {
            ref var entry = ref _locations.GetEntry(Index);
            entry.EndLine = token.Line;
            entry.EndColumn = token.EndColumn;
        }
    }

    public void Attach(Nodes.SourceComments? comments)
    {
        if (_locations is not null)
        {
            _locations.GetEntry(Index).Comments = comments;
        }
    }

    public void Dispose()
    {
        if (_locations is not null && _locations.GetEntry(Index).EndLine < 0)
        {
            EndAt(in _lexer.Previous);
        }
    }
}
