using System.Text;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private int _imports;
    private int _optionImports;
    private int _publicImports;
    private int _weakImports;

    private void ParseStatements()
    {
        using var root = LocationScope.Open(_lexer, _locations, -1);
        if ((LookingAt(Keyword.Syntax) || LookingAt(Keyword.Edition)) && !ParseSyntax(in root))
        {
            // protoc stops here. Parsing continues without diagnostics, so that an editor keeps the file's types while its first line is
            // edited.
            _diagnostics.IsMuted = true;
        }

        while (!IsAtEnd)
        {
            if (!ParseTopLevelStatement(in root))
            {
                SkipStatement();
                if (LookingAt('}'))
                {
                    AddError(SyntaxDiagnostics.UnmatchedBrace);
                    TakeComments(_lexer.NextWithComments());
                }
            }
        }
    }

    private bool ParseSyntax(in LocationScope root)
    {
        using var location = Locate(in root, DescriptorFields.File.Syntax);
        var start = Current.Start;
        var isEdition = LookingAt(Keyword.Edition);
        _lexer.Next();
        if (!Consume('='))
        {
            return false;
        }

        var value = Current;
        if (!ConsumeString(out var name, SyntaxDiagnostics.ExpectedSyntaxName))
        {
            return false;
        }

        var isKnown = isEdition ? SetEdition(name) : SetSyntax(name);
        _file.EditionSpan = SpanFrom(start);
        if (!ConsumeEnd(';', in location, _file))
        {
            return false;
        }

        if (!isKnown)
        {
            Add(isEdition ? SyntaxDiagnostics.UnknownEdition : SyntaxDiagnostics.UnknownSyntax, in value, name);
        }

        return isKnown;
    }

    private bool SetSyntax(string name)
    {
        _isProto3 = name == "proto3";
        _file.Syntax = name;
        _file.Edition = _isProto3 ? Edition.Proto3 : Edition.Proto2;
        return _isProto3 || name == "proto2";
    }

    private bool SetEdition(string name)
    {
        _isEditions = true;
        _file.Syntax = "editions";
        var isKnown = EditionNames.TryParse(name, out var edition);
        _file.Edition = isKnown ? edition : Edition.Edition2023;
        return isKnown;
    }

    private bool ParseTopLevelStatement(in LocationScope root)
    {
        if (TryConsumeEnd(';'))
        {
            return true;
        }

        if (!ParseVisibility(out var visibility))
        {
            return false;
        }

        switch (Current.Keyword)
        {
            case Keyword.Message:
                return ParseTopLevelMessage(in root, visibility);
            case Keyword.Enum:
                return ParseTopLevelEnum(in root, visibility);
            case Keyword.Service:
                return ParseService(in root);
            case Keyword.Extend:
                {
                    using var location = Locate(in root, DescriptorFields.File.Extension);
                    return ParseExtend(_file.Extensions, _file.Messages, in root, DescriptorFields.File.MessageType, in location);
                }

            case Keyword.Import:
                return ParseImport(in root);
            case Keyword.Package:
                return ParsePackage(in root);
            case Keyword.Option:
                {
                    using var location = Locate(in root, DescriptorFields.File.Options);
                    return ParseOptionStatement(_file.Options, in location);
                }

            default:
                AddError(SyntaxDiagnostics.ExpectedTopLevelStatement);
                return false;
        }
    }

    private bool ParseTopLevelMessage(in LocationScope root, SymbolVisibility visibility)
    {
        using var location = Locate(in root, DescriptorFields.File.MessageType, _file.Messages.Count);
        _messageDepth = 0;
        return ParseMessage(_file.Messages, visibility, in location);
    }

    private bool ParseTopLevelEnum(in LocationScope root, SymbolVisibility visibility)
    {
        using var location = Locate(in root, DescriptorFields.File.EnumType, _file.Enums.Count);
        return ParseEnum(_file.Enums, visibility, in location);
    }

    private bool ParsePackage(in LocationScope root)
    {
        if (_file.Package.Text.Length > 0)
        {
            AddError(SyntaxDiagnostics.SecondPackage);
        }

        using var location = Locate(in root, DescriptorFields.File.Package);
        var start = Current.Start;
        _lexer.Next();
        var nameStart = Current.Start;
        var isComplete = ParseDottedName(nameStart, SyntaxDiagnostics.ExpectedIdentifier, "", out var name);
        _file.Package = new Name(name, SpanFrom(start));
        return isComplete && ConsumeEnd(';', in location, null);
    }

    private bool ParseImport(in LocationScope root)
    {
        var start = Current;
        _lexer.Next();
        return LookingAt(Keyword.Option) ? ParseOptionImport(in root, in start) : ParsePlainImport(in root, in start);
    }

    private bool ParseOptionImport(in LocationScope root, in Token start)
    {
        if (_file.Edition < Edition.Edition2024)
        {
            AddError(SyntaxDiagnostics.OptionImportEdition);
        }

        using var location = Locate(in root, DescriptorFields.File.OptionDependency, _optionImports);
        location.StartAt(in start);
        _lexer.Next();
        return ParseImportPath(in location, in start, ImportKind.Option);
    }

    private bool ParsePlainImport(in LocationScope root, in Token start)
    {
        using var location = Locate(in root, DescriptorFields.File.Dependency, _imports);
        location.StartAt(in start);
        if (_optionImports > 0)
        {
            AddError(SyntaxDiagnostics.OptionImportOrder);
        }

        var kind = ImportKind.Plain;
        if (LookingAt(Keyword.Public))
        {
            using var modifier = Locate(in root, DescriptorFields.File.PublicDependency, _publicImports++);
            _lexer.Next();
            kind = ImportKind.Public;
        }
        else if (LookingAt(Keyword.Weak))
        {
            if (_file.Edition >= Edition.Edition2024)
            {
                AddError(SyntaxDiagnostics.WeakImportEdition);
            }

            using var modifier = Locate(in root, DescriptorFields.File.WeakDependency, _weakImports++);
            _lexer.Next();
            kind = ImportKind.Weak;
        }

        return ParseImportPath(in location, in start, kind);
    }

    private bool ParseImportPath(in LocationScope location, in Token start, ImportKind kind)
    {
        var pathStart = Current.Start;
        if (!ConsumeString(out var path, SyntaxDiagnostics.ExpectedImportPath))
        {
            return false;
        }

        if (kind == ImportKind.Option)
        {
            _optionImports++;
        }
        else
        {
            _imports++;
        }

        var import = new ImportNode(path, kind, SpanFrom(pathStart)) { Span = SpanFrom(start.Start) };
        _file.Imports.Add(import);
        var isComplete = ConsumeEnd(';', in location, import);
        import.Span = SpanFrom(start.Start);
        return isComplete;
    }

    /// <summary>Reads <c>export</c> or <c>local</c>. Before edition 2024 they are plain identifiers.</summary>
    private bool ParseVisibility(out SymbolVisibility visibility)
    {
        visibility = SymbolVisibility.Unset;
        if (!_isEditions || _file.Edition <= Edition.Edition2023 || !(LookingAt(Keyword.Export) || LookingAt(Keyword.Local)))
        {
            return true;
        }

        visibility = LookingAt(Keyword.Export) ? SymbolVisibility.Export : SymbolVisibility.Local;
        _lexer.Next();
        if (!LookingAt(Keyword.Message) && !LookingAt(Keyword.Enum))
        {
            AddError(SyntaxDiagnostics.MisplacedVisibility);
            return false;
        }

        return true;
    }

    /// <summary>Reads identifiers separated by dots. After an error the name is the part that was read.</summary>
    private bool ParseDottedName(int start, DiagnosticKind missingFirst, string prefix, out string name)
    {
        name = prefix;
        if (!LookingAt(TokenKind.Identifier))
        {
            AddError(missingFirst);
            return false;
        }

        var first = Current;
        _lexer.Next();
        if (!LookingAt('.'))
        {
            name = prefix.Length == 0 ? GetIdentifier(in first) : prefix + GetIdentifier(in first);
            return true;
        }

        return ParseNameParts(start, prefix, in first, out name);
    }

    private bool ParseNameParts(int start, string prefix, in Token first, out string name)
    {
        // A name without spaces between its parts is copied from the text at once.
        var length = prefix.Length + first.End - first.Start;
        var parts = first.End == start + length ? null : new StringBuilder(prefix).Append(GetIdentifier(in first));
        var isComplete = true;
        while (LookingAt('.'))
        {
            if (parts is null && Current.Start != start + length)
            {
                parts = new StringBuilder(Encoding.ASCII.GetString(_text, start, length));
            }

            _lexer.Next();
            if (!LookingAt(TokenKind.Identifier))
            {
                AddError(SyntaxDiagnostics.ExpectedIdentifier);
                isComplete = false;
                break;
            }

            if (parts is null && Current.Start != start + length + 1)
            {
                parts = new StringBuilder(Encoding.ASCII.GetString(_text, start, length));
            }

            parts?.Append('.').Append(GetIdentifier(in Current));
            length += 1 + Current.End - Current.Start;
            _lexer.Next();
        }

        if (parts is not null)
        {
            name = parts.ToString();
            return isComplete;
        }

        var hash = KeywordTable.EmptyHash;
        for (var i = start; i < start + length; i++)
        {
            hash = KeywordTable.AddToHash(hash, _text[i]);
        }

        name = NamePool.Get(_text, start, length, hash);
        return isComplete;
    }
}
