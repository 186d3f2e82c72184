using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    /// <summary>The number of values of the current enum without a name, which protoc counts as values of number 0.</summary>
    private int _namelessValues;

    private bool ParseEnum(List<EnumNode> enums, SymbolVisibility visibility, in LocationScope location)
    {
        var start = Current.Start;
        _lexer.Next();
        if (!ParseName(in location, DescriptorFields.Enum.Name, SyntaxDiagnostics.ExpectedEnumName, out var name))
        {
            return false;
        }

        var node = new EnumNode(name) { Visibility = visibility };
        enums.Add(node);
        _namelessValues = 0;
        var isComplete = ParseEnumBlock(node, in location) && CheckAliases(node);
        node.Span = SpanFrom(start);
        return isComplete;
    }

    private bool ParseEnumBlock(EnumNode node, in LocationScope location)
    {
        if (!ConsumeEnd('{', in location, node))
        {
            return false;
        }

        while (!TryConsumeEnd('}'))
        {
            if (IsAtEnd)
            {
                AddError(SyntaxDiagnostics.EndInEnum);
                return false;
            }

            if (!ParseEnumStatement(node, in location))
            {
                SkipStatement();
            }
        }

        return true;
    }

    private bool ParseEnumStatement(EnumNode node, in LocationScope parent)
    {
        if (TryConsumeEnd(';'))
        {
            return true;
        }

        if (LookingAt(Keyword.Option))
        {
            using var location = Locate(in parent, DescriptorFields.Enum.Options);
            return ParseOptionStatement(node.Options, in location);
        }

        return LookingAt(Keyword.Reserved) ? ParseReserved(node, in parent) : ParseEnumValue(node, in parent);
    }

    private bool ParseEnumValue(EnumNode node, in LocationScope parent)
    {
        using var location = Locate(in parent, DescriptorFields.Enum.Value, node.Values.Count);
        var start = Current.Start;
        if (!ParseName(in location, DescriptorFields.EnumValue.Name, SyntaxDiagnostics.ExpectedEnumValueName, out var name))
        {
            _namelessValues++;
            return false;
        }

        var hasNumber = Consume('=', SyntaxDiagnostics.MissingEnumNumber);
        var number = 0;
        var numberStart = Current.Start;
        hasNumber = hasNumber && ParseEnumNumber(in location, out number);
        var value = new EnumValueNode(name, number) { NumberSpan = SpanFrom(numberStart) };
        node.Values.Add(value);
        var isComplete = hasNumber && ParseEnumValueOptions(value, in location) && ConsumeEnd(';', in location, value);
        value.Span = SpanFrom(start);
        return isComplete;
    }

    private bool ParseEnumNumber(in LocationScope valueLocation, out int number)
    {
        using var location = Locate(in valueLocation, DescriptorFields.EnumValue.Number);
        return ConsumeSignedInteger(out number, SyntaxDiagnostics.ExpectedInteger);
    }

    private bool ParseEnumValueOptions(EnumValueNode value, in LocationScope valueLocation)
    {
        if (!LookingAt('['))
        {
            return true;
        }

        using var location = Locate(in valueLocation, DescriptorFields.EnumValue.Options);
        return ParseOptionList(value.Options, in location);
    }

    /// <summary>Reports an allow_alias option that is set without aliases, and aliases without the option.</summary>
    private bool CheckAliases(EnumNode node)
    {
        OptionNode? option = node.Options.Find(
            static option => option.NameParts.Count == 1 && option.NameParts[0] is { IsExtension: false, Text: "allow_alias" });
        if (option is null)
        {
            return true;
        }

        var isAllowed = option is { Kind: OptionValueKind.Identifier, Text: "true" };
        if (isAllowed && HasAliases(node))
        {
            return true;
        }

        AddError(isAllowed ? SyntaxDiagnostics.AllowAliasUnused : SyntaxDiagnostics.AllowAliasFalse, node.Name.Text);
        return false;
    }

    private bool HasAliases(EnumNode node)
    {
        if (_namelessValues > 1)
        {
            return true;
        }

        var numbers = new HashSet<int>();
        if (_namelessValues == 1)
        {
            numbers.Add(0);
        }

        foreach (var value in node.Values)
        {
            if (!numbers.Add(value.Number))
            {
                return true;
            }
        }

        return false;
    }
}
