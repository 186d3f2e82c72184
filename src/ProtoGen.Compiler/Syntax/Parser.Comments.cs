using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private readonly List<TextSpan> _upcomingDetached = [];
    private TextSpan _upcomingLeading;

    /// <summary>Keeps comments for the declaration that follows, when nothing comes before them.</summary>
    private void TakeComments(CommentSorter comments)
    {
        _upcomingLeading = comments.Leading;
        _upcomingDetached.Clear();
        _upcomingDetached.AddRange(comments.Detached);
    }

    /// <summary>Passes the ';' or '}' of something that takes no comments.</summary>
    private bool TryConsumeEnd(char symbol)
    {
        if (!LookingAt(symbol))
        {
            return false;
        }

        CommentSorter comments = _lexer.NextWithComments();
        _upcomingLeading = comments.Leading;
        if (symbol == '}')
        {
            _upcomingDetached.Clear();
        }

        _upcomingDetached.AddRange(comments.Detached);
        return true;
    }

    /// <summary>
    /// Passes the ';' or '{' that ends a declaration's head. The declaration gets the comments that were waiting for it and the one
    /// that trails it; those behind wait for the next.
    /// </summary>
    private bool ConsumeEnd(char symbol, in LocationScope location, Node? node)
    {
        if (!LookingAt(symbol))
        {
            AddError(SyntaxDiagnostics.Expected, symbol.ToString());
            return false;
        }

        CommentSorter comments = _lexer.NextWithComments();
        SourceComments? attached = Attach(_upcomingLeading, comments.Trailing);
        location.Attach(attached);
        if (node is not null)
        {
            node.Comments = attached;
        }

        TakeComments(comments);
        return true;
    }

    private SourceComments? Attach(TextSpan leading, TextSpan trailing)
    {
        leading = CommentText.IsEmpty(_source, leading) ? default : leading;
        trailing = CommentText.IsEmpty(_source, trailing) ? default : trailing;
        TextSpan[] detached = _upcomingDetached.Count == 0 ? [] : _upcomingDetached.ToArray();
        if (leading.Length == 0 && trailing.Length == 0 && detached.Length == 0)
        {
            return null;
        }

        return new SourceComments(_source, leading, trailing, detached);
    }
}
