using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>A recursive-descent parser with one token of lookahead.</summary>
/// <remarks>
/// A method that fails reports the error and returns false. Parsing continues after the statement, so that the same errors as from protoc
/// follow in the same order.
/// </remarks>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly byte[] _text;
    private readonly DiagnosticCollector _diagnostics;
    private readonly Lexer _lexer;
    private readonly FileNode _file;
    private readonly ByteBuffer _buffer = new();

    private SourceLocations? _locations;
    private bool _isEditions;
    private bool _isProto3;

    public Parser(string fileName, SourceText text, ParseOptions options)
    {
        _source = text;
        _text = text.Bytes;
        _diagnostics = new DiagnosticCollector(fileName);
        _lexer = new Lexer(text, _diagnostics);
        _file = new FileNode(fileName);
        _locations = options.RecordLocations ? new SourceLocations() : null;
    }

    private ref Token Current => ref _lexer.Current;

    private bool IsAtEnd => _lexer.Current.Kind == TokenKind.End;

    public ParsedFile ParseFile()
    {
        TakeComments(_lexer.NextWithComments());
        ParseStatements();
        _file.Span = new TextSpan(0, _text.Length);
        return new ParsedFile(_file, _source, _diagnostics.ToArray(), _diagnostics.HasErrors, _locations);
    }

    private bool LookingAt(Keyword keyword) => _lexer.Current.Keyword == keyword;

    private bool LookingAt(char symbol) => _lexer.Current.Symbol == symbol;

    private bool LookingAt(TokenKind kind) => _lexer.Current.Kind == kind;

    private bool TryConsume(Keyword keyword)
    {
        if (!LookingAt(keyword))
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    private bool TryConsume(char symbol)
    {
        if (!LookingAt(symbol))
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    private bool Consume(Keyword keyword)
    {
        if (TryConsume(keyword))
        {
            return true;
        }

        AddError(SyntaxDiagnostics.Expected, KeywordTable.GetText(keyword));
        return false;
    }

    private bool Consume(char symbol)
    {
        if (TryConsume(symbol))
        {
            return true;
        }

        AddError(SyntaxDiagnostics.Expected, symbol.ToString());
        return false;
    }

    private bool Consume(char symbol, DiagnosticKind missing)
    {
        if (TryConsume(symbol))
        {
            return true;
        }

        AddError(missing);
        return false;
    }

    private bool TryConsumeName(DiagnosticKind missing, out Name name)
    {
        if (!LookingAt(TokenKind.Identifier))
        {
            AddError(missing);
            name = default;
            return false;
        }

        name = new Name(GetIdentifier(in Current), Current.Span);
        _lexer.Next();
        return true;
    }

    private string GetIdentifier(in Token token) => NamePool.Get(_text, token.Start, token.End - token.Start, token.Hash);

    /// <summary>Returns the range from the start of a token to the end of the last token that was read.</summary>
    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, _lexer.Previous.End));

    private LocationScope Locate(in LocationScope parent) => LocationScope.Open(_lexer, _locations, parent.Index);

    private LocationScope Locate(in LocationScope parent, int element)
    {
        var scope = Locate(in parent);
        scope.AddPath(element);
        return scope;
    }

    private LocationScope Locate(in LocationScope parent, int field, int index)
    {
        var scope = Locate(in parent, field);
        scope.AddPath(index);
        return scope;
    }

    private void AddError(DiagnosticKind kind, params string[] arguments) => Add(kind, in Current, arguments);

    private void Add(DiagnosticKind kind, in Token token, params string[] arguments) =>
        _diagnostics.Add(kind, token.Line, token.Column, token.Span, arguments);

    /// <summary>Skips a statement that could not be parsed. It ends after its ';' or block, or where the block around it ends.</summary>
    private void SkipStatement()
    {
        while (!IsAtEnd)
        {
            if (TryConsumeEnd(';'))
            {
                return;
            }

            if (TryConsume('{'))
            {
                SkipRestOfBlock();
                return;
            }

            if (LookingAt('}'))
            {
                return;
            }

            _lexer.Next();
        }
    }

    private void SkipRestOfBlock()
    {
        var depth = 1;
        while (!IsAtEnd)
        {
            if (TryConsumeEnd('}'))
            {
                if (--depth == 0)
                {
                    return;
                }
            }
            else if (TryConsume('{'))
            {
                depth++;
            }

            // protoc skips one more token after each brace. Without that, the errors would differ.
            _lexer.Next();
        }
    }
}
