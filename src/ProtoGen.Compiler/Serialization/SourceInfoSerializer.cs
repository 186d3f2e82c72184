using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>
/// Writes SourceCodeInfo from the parser's locations. The locations of options get the paths of the fields that they set.
/// </summary>
internal sealed class SourceInfoSerializer(WireWriter writer, SourceLocations locations, OptionLocations? options, PathSet stripped)
{
    /// <summary>The number of steps from an options message to an uninterpreted option: a field number and an index.</summary>
    private const int UninterpretedSteps = 2;

    private int[] _path = new int[16];
    private int _length;

    /// <summary>Writes SourceCodeInfo as a field.</summary>
    public void Write(int number)
    {
        var start = writer.BeginMessage(number);
        for (var i = 0; i < locations.Count; i++)
        {
            var option = options?.Find(i);
            if (option is null) LoadPath(i);
            else LoadOptionPath(i, option);
            if (!stripped.ContainsPrefixOf(_path, _length)) WriteLocation(locations[i]);
            if (option is not null) i = FindLastInside(i);
        }

        writer.EndMessage(start);
    }

    private void LoadPath(int index)
    {
        var location = locations[index];
        _length = location.PathLength;
        if (_path.Length < _length) _path = new int[_length * 2];
        for (var i = 0; i < _length; i++) _path[i] = location.GetPathElement(i);
    }

    private void LoadOptionPath(int index, int[] option)
    {
        LoadPath(index);
        _length -= UninterpretedSteps;
        if (_path.Length < _length + option.Length) Array.Resize(ref _path, _length + option.Length);
        option.CopyTo(_path, _length);
        _length += option.Length;
    }

    /// <summary>
    /// Returns the index of the last location inside an option. The locations of the parts of its name and value are omitted.
    /// </summary>
    private int FindLastInside(int option)
    {
        var last = option;
        while (last + 1 < locations.Count && IsInside(locations[last + 1], locations[option])) last++;
        return last;
    }

    private static bool IsInside(SourceLocation inner, SourceLocation outer)
    {
        if (inner.PathLength < outer.PathLength) return false;
        for (var i = outer.PathLength - 1; i >= 0; i--)
        {
            if (inner.GetPathElement(i) != outer.GetPathElement(i)) return false;
        }

        return true;
    }

    private void WriteLocation(SourceLocation location)
    {
        var start = writer.BeginMessage(DescriptorFields.SourceCodeInfo.Location);
        if (_length > 0)
        {
            var path = writer.BeginMessage(DescriptorFields.Location.Path);
            for (var i = 0; i < _length; i++) writer.WriteVarint((ulong)_path[i]);
            writer.EndMessage(path);
        }

        WriteSpan(location);
        if (location.Comments is { } comments) WriteComments(comments);
        writer.EndMessage(start);
    }

    /// <summary>Writes the span. The end line is omitted if it equals the start line.</summary>
    private void WriteSpan(SourceLocation location)
    {
        var span = writer.BeginMessage(DescriptorFields.Location.Span);
        writer.WriteVarint((ulong)location.StartLine);
        writer.WriteVarint((ulong)location.StartColumn);
        if (location.EndLine != location.StartLine) writer.WriteVarint((ulong)location.EndLine);
        writer.WriteVarint((ulong)location.EndColumn);
        writer.EndMessage(span);
    }

    private void WriteComments(SourceComments comments)
    {
        if (comments.GetLeadingBytes() is { } leading) writer.WriteBytes(DescriptorFields.Location.LeadingComments, leading);
        if (comments.GetTrailingBytes() is { } trailing) writer.WriteBytes(DescriptorFields.Location.TrailingComments, trailing);
        for (var i = 0; i < comments.DetachedCount; i++)
            writer.WriteBytes(DescriptorFields.Location.LeadingDetachedComments, comments.GetDetachedBytes(i));
    }
}
