using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool HasFixedWireIntegers => _isEditions && _file.Edition == Edition.Unstable;

    private bool ParseType(out TypeReference reference)
    {
        var type = HasFixedWireIntegers ? ScalarTypes.FindUnstable(Current.Keyword) : ScalarTypes.Find(Current.Keyword);
        if (type != FieldType.Unresolved)
        {
            if (_isEditions && type == FieldType.Group)
            {
                AddError(SyntaxDiagnostics.GroupInEditions);
            }

            _lexer.Next();
            reference = new TypeReference(type, null);
            return true;
        }

        if (HasFixedWireIntegers && ScalarTypes.FindReplacement(Current.Keyword) is { } replacement)
        {
            AddError(SyntaxDiagnostics.ObsoleteType, KeywordTable.GetText(Current.Keyword), replacement);
            _lexer.Next();
            reference = new TypeReference(FieldType.Int32, null);
            return true;
        }

        var isParsed = ParseTypeName(out var name);
        reference = new TypeReference(FieldType.Unresolved, name);
        return isParsed;
    }

    /// <summary>Reads the name of a message (or enum, for fields), with or without a leading dot.</summary>
    private bool ParseTypeName(out string name)
    {
        var first = Current;
        if (ScalarTypes.Find(first.Keyword) != FieldType.Unresolved)
        {
            AddError(SyntaxDiagnostics.ExpectedMessageType);
            name = GetIdentifier(in first);
            _lexer.Next();
            return true;
        }

        var prefix = TryConsume('.') ? "." : "";
        return ParseDottedName(first.Start, SyntaxDiagnostics.ExpectedTypeName, prefix, out name);
    }
}
