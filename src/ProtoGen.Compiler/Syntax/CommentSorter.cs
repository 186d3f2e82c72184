using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>
/// Decides to which declaration each comment between two tokens belongs. Comments are kept as ranges of the text: neighbouring
/// line comments are one range, each block comment is one.
/// </summary>
internal sealed class CommentSorter
{
    private TextSpan _pending;
    private bool _hasPending;
    private bool _pendingIsLine;
    private bool _canAttachToPrevious;
    private bool _hasTrailing;
    private int _count;

    /// <summary>The comment of the declaration before; empty if there is none.</summary>
    public TextSpan Trailing { get; private set; }

    /// <summary>The comment of the declaration behind; empty if there is none.</summary>
    public TextSpan Leading { get; private set; }

    /// <summary>Comments of neither.</summary>
    public List<TextSpan> Detached { get; } = [];

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

    /// <summary>What is pending does not belong to the next token.</summary>
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

    /// <summary>Both tokens touch the comment's lines: a single comment could belong to either, so it is given to none.</summary>
    public void DetachSingle()
    {
        if (_count + (_hasPending ? 1 : 0) != 1)
        {
            return;
        }

        if (_hasTrailing)
        {
            Detached.Insert(0, Trailing);
            Trailing = default;
        }

        Flush();
    }

    /// <summary>The next token is read: what is pending leads it.</summary>
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
