using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private readonly ValueList<TextSpan> _upcomingDetached = new();
    private TextSpan _upcomingLeading;

    /// <summary>Keeps the comments before the first token for the declaration that follows.</summary>
    private void TakeComments(CommentSorter comments)
    {
        _upcomingLeading = comments.Leading;
        _upcomingDetached.Clear();
        _upcomingDetached.AddRange(comments.Detached);
    }

    /// <summary>Reads the ';' or '}' of an element that has no comments.</summary>
    private bool TryConsumeEnd(char symbol)
    {
        if (!LookingAt(symbol))
        {
            return false;
        }

        var comments = _lexer.NextWithComments();
        _upcomingLeading = comments.Leading;
        if (symbol == '}')
        {
            _upcomingDetached.Clear();
        }

        _upcomingDetached.AddRange(comments.Detached);
        return true;
    }

    /// <summary>Reads the ';' or '{' that ends a declaration's head.</summary>
    /// <remarks>
    /// The declaration gets the pending comments and the one that trails it; later comments are kept for the next declaration.
    /// </remarks>
    private bool ConsumeEnd(char symbol, in LocationScope location, Node? node)
    {
        if (!LookingAt(symbol))
        {
            AddError(SyntaxDiagnostics.Expected, symbol.ToString());
            return false;
        }

        var comments = _lexer.NextWithComments();
        var attached = Attach(_upcomingLeading, comments.Trailing);
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
        var detached = _upcomingDetached.ToArray();
        if (leading.Length == 0 && trailing.Length == 0 && detached.Length == 0)
        {
            return null;
        }

        return new SourceComments(_source, leading, trailing, detached);
    }
}
