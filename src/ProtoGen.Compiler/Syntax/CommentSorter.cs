using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Decides which declaration each comment between two tokens belongs to.</summary>
/// <remarks>Comments are stored as ranges of the text. Consecutive line comments form one range. Each block comment is one.</remarks>
internal sealed class CommentSorter
{
    private TextSpan _pending;
    private bool _hasPending;
    private bool _pendingIsLine;
    private bool _canAttachToPrevious;
    private bool _hasTrailing;
    private int _count;

    /// <summary>Gets the comment that trails the previous declaration; empty if there is none.</summary>
    public TextSpan Trailing { get; private set; }

    /// <summary>Gets the comment that leads the next declaration; empty if there is none.</summary>
    public TextSpan Leading { get; private set; }

    /// <summary>Gets the comments that belong to neither declaration.</summary>
    public ValueList<TextSpan> Detached { get; } = new();

    public void Clear()
    {
        Trailing = default;
        Leading = default;
        Detached.Clear();
        _hasPending = false;
        _hasTrailing = false;
        _canAttachToPrevious = true;
        _count = 0;
    }

    public void AddLine(TextSpan comment)
    {
        if (_hasPending && _pendingIsLine)
        {
            _pending = TextSpan.FromBounds(_pending.Start, comment.End);
            return;
        }

        Flush();
        SetPending(comment, isLine: true);
    }

    public void AddBlock(TextSpan comment)
    {
        Flush();
        SetPending(comment, isLine: false);
    }

    /// <summary>Detaches the pending comments, which do not belong to the next token.</summary>
    public void Flush()
    {
        if (!_hasPending)
        {
            return;
        }

        if (_canAttachToPrevious)
        {
            Trailing = _pending;
            _hasTrailing = true;
            _canAttachToPrevious = false;
        }
        else
        {
            Detached.Add(_pending);
        }

        _hasPending = false;
        _count++;
    }

    public void DetachFromPrevious() => _canAttachToPrevious = false;

    /// <summary>Detaches a single comment on lines that both tokens touch, since it could belong to either.</summary>
    public void DetachSingle()
    {
        if (_count + (_hasPending ? 1 : 0) != 1)
        {
            return;
        }

        if (_hasTrailing)
        {
            Detached.AddFirst(Trailing);
            Trailing = default;
        }

        Flush();
    }

    /// <summary>Assigns the pending comment to the next token, which has been read.</summary>
    public void Finish()
    {
        if (_hasPending)
        {
            Leading = _pending;
            _hasPending = false;
        }
    }

    private void SetPending(TextSpan comment, bool isLine)
    {
        _pending = comment;
        _hasPending = true;
        _pendingIsLine = isLine;
    }
}
