using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Project.UserCode;

/// <summary>Finds the partial classes in C# text, with the facts on which the generated parts depend.</summary>
public sealed class PartialClassScanner
{
    private static readonly HashSet<string> TypeKeywords = new(StringComparer.Ordinal) { "class", "struct", "interface", "enum", "record" };

    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal)
    {
        "public", "private", "protected", "internal", "static", "readonly", "virtual", "override", "abstract", "sealed", "async", "partial",
        "unsafe", "extern", "new", "const", "volatile", "required", "event", "ref",
    };

    private static readonly HashSet<string> ProtobufInterfaces = new(StringComparer.Ordinal)
    {
        "IMessage", "IBufferMessage", "IDeepCloneable", "IEquatable", "IExtendableMessage",
    };

    private readonly List<string> _tokens;
    private readonly List<PartialClass> _found = [];
    private int _position;

    private PartialClassScanner(List<string> tokens) => _tokens = tokens;

    /// <summary>Returns the partial classes in source order, without generic ones, because messages are not generic.</summary>
    public static EquatableArray<PartialClass> Scan(string text)
    {
        if (text.IndexOf("partial", StringComparison.Ordinal) < 0) return default;
        var scanner = new PartialClassScanner(CSharpTokens.Read(text));
        scanner.ReadNamespace("");
        return new(scanner._found.ToArray());
    }

    /// <summary>Combines the classes of several texts in an order that does not depend on the order of the texts.</summary>
    public static EquatableArray<PartialClass> Merge(IEnumerable<PartialClass> classes) => new(
    [
        .. classes.Distinct()
            .OrderBy(part => part.TypeName, StringComparer.Ordinal)
            .ThenBy(part => part.NamesBaseClass)
            .ThenBy(part => string.Join(",", part.Members), StringComparer.Ordinal)
            .ThenBy(part => string.Join(",", part.Identifiers), StringComparer.Ordinal),
    ]);

    private string Current => _position < _tokens.Count ? _tokens[_position] : "";

    private bool IsAtEnd => _position >= _tokens.Count;

    private void ReadNamespace(string scope)
    {
        var isPartial = false;
        while (!IsAtEnd && Current != "}")
        {
            var token = Current;
            if (token == "namespace")
            {
                _position++;
                var inner = Join(scope, ReadDottedName());
                if (Current == "{") ReadBlock(() => ReadNamespace(inner));
                else scope = inner;
            }
            else if (StartsType())
            {
                ReadType(scope, isPartial);
                isPartial = false;
            }
            else if (token is "{" or "(" or "[")
            {
                SkipBalanced();
            }
            else
            {
                isPartial = token == "partial" || (isPartial && token != ";");
                _position++;
            }
        }
    }

    // `record` can also be a name, and `class` follows a colon in a constraint.
    private bool StartsType() =>
        TypeKeywords.Contains(Current)
        && _position + 1 < _tokens.Count && CSharpTokens.IsWord(_tokens[_position + 1])
        && (_position == 0 || _tokens[_position - 1] is not (":" or ","));

    private string ReadType(string scope, bool isPartial)
    {
        var keyword = Current;
        _position++;
        if (keyword == "record" && Current is "class" or "struct") _position++;
        var name = Current;
        _position++;
        var isGeneric = Current == "<";
        if (isGeneric) SkipBalanced();
        if (Current == "(") SkipBalanced();
        var namesBaseClass = Current == ":" && ReadFirstBase() is { } first && !IsInterface(first);
        while (!IsAtEnd && Current is not ("{" or ";")) _position++;
        if (Current != "{")
        {
            _position++;
            return name;
        }

        var typeName = Join(scope, name);
        var start = _position;
        var members = new SortedSet<string>(StringComparer.Ordinal);
        ReadBlock(() => ReadMembers(typeName, members));
        if (isPartial && keyword == "class" && !isGeneric)
            _found.Add(new PartialClass(typeName, namesBaseClass, new([.. members]), GetIdentifiers(start, _position)));
        return name;
    }

    // Returns the last part of the first base type: C for A.B.C<D>.
    private string? ReadFirstBase()
    {
        string? last = null;
        for (_position++; !IsAtEnd && Current is not ("{" or ";" or "," or "<" or "(" or "where"); _position++)
        {
            if (CSharpTokens.IsWord(Current))
                last = Current;
        }

        return last;
    }

    // Names such as IOBase and IPRange belong to classes at least as often as to interfaces.
    private static bool IsInterface(string name) =>
        name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && !(name.Length > 2 && char.IsUpper(name[2]));

    private void ReadMembers(string typeName, SortedSet<string> members)
    {
        while (!IsAtEnd && Current != "}") ReadMember(typeName, members);
    }

    private void ReadMember(string typeName, SortedSet<string> members)
    {
        string? name = null;
        string? contract = null;
        var isPartial = false;
        while (!IsAtEnd && Current != "}")
        {
            var token = Current;
            if (token == "operator")
            {
                name = ReadOperator();
                continue;
            }

            if (StartsType())
            {
                members.Add(ReadType(typeName, isPartial));
                return;
            }

            if (token is "<" or "[" || (token == "(" && name is null))
            {
                SkipBalanced(); // Type arguments, attributes, array ranks, and the type of a tuple.
                continue;
            }

            if (token is "(" or "{" or "=" or "=>" or ";" or ",")
            {
                if (name is not null) members.Add(name);
                if (!SkipRest()) return;
                name = null;
                continue;
            }

            isPartial |= token == "partial";
            if (CSharpTokens.IsWord(token) && !Modifiers.Contains(token))
            {
                name = _tokens[_position - 1] != "." ? token : contract is null ? null : $"{contract}.{token}";
                contract = ReadContract(typeName);
            }
            else
            {
                _position++;
            }
        }
    }

    /// <summary>Reads a word and the type arguments after it. Returns the word if it is an interface that messages have.</summary>
    private string? ReadContract(string typeName)
    {
        var word = Current;
        _position++;
        if (!ProtobufInterfaces.Contains(word)) return null;
        if (Current != "<") return word;
        SkipBalanced();
        // Of IEquatable<A.B> this is B.
        var argument = _tokens[_position - 2];
        return typeName == argument || typeName.EndsWith("." + argument, StringComparison.Ordinal) ? word : null;
    }

    /// <summary>Reads <c>operator</c> up to the parameters. Returns null for a conversion.</summary>
    private string? ReadOperator()
    {
        var start = ++_position;
        while (!IsAtEnd && Current is not ("(" or ";" or "{" or "}")) _position++;
        var symbol = string.Concat(_tokens.Skip(start).Take(_position - start));
        return symbol.Length > 0 && !CSharpTokens.IsWord(symbol) ? "operator " + symbol : null;
    }

    /// <summary>Skips the rest of a member after its name. Returns true if another variable of the same field follows.</summary>
    private bool SkipRest()
    {
        while (!IsAtEnd && Current != "}")
        {
            switch (Current)
            {
                case ";":
                    _position++;
                    return false;
                case ",":
                    _position++;
                    return true;
                case "{":
                    SkipBalanced();
                    if (Current != "=") return false;
                    break;
                case "(":
                    SkipBalanced();
                    break;
                case "=" or "=>":
                    SkipExpression();
                    break;
                default:
                    _position++;
                    break;
            }
        }

        return false;
    }

    private void SkipExpression()
    {
        while (!IsAtEnd && Current is not (";" or "," or "}"))
        {
            if (Current is "(" or "[" or "{") SkipBalanced();
            else _position++;
        }
    }

    private void ReadBlock(Action readContent)
    {
        _position++;
        readContent();
        _position++;
    }

    // In declarations '<' starts type arguments. Elsewhere it may be an operator in a statement, which ends with a semicolon.
    private void SkipBalanced()
    {
        var open = Current;
        var close = open switch { "(" => ")", "[" => "]", "{" => "}", _ => ">" };
        var depth = 0;
        do
        {
            if (Current == open) depth++;
            else if (Current == close) depth--;
            else if (open == "<" && Current is ";" or "{") return;
            _position++;
        }
        while (!IsAtEnd && depth > 0);
    }

    private string ReadDottedName()
    {
        var start = _position;
        while (!IsAtEnd && (Current == "." || CSharpTokens.IsWord(Current))) _position++;
        return string.Concat(_tokens.Skip(start).Take(_position - start));
    }

    private EquatableArray<string> GetIdentifiers(int start, int end)
    {
        var identifiers = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = start; i < end && i < _tokens.Count; i++)
        {
            if (CSharpTokens.IsWord(_tokens[i]) && (MayBePrivate(_tokens[i]) || IsBaseAccess(i)))
                identifiers.Add(_tokens[i]);
        }

        return new([.. identifiers]);
    }

    private bool IsBaseAccess(int i) => _tokens[i] == "base" && i + 1 < _tokens.Count && _tokens[i + 1] == ".";

    private static bool MayBePrivate(string name) =>
        name[0] == '_' || name[name.Length - 1] == '_' || name.EndsWith("DefaultValue", StringComparison.Ordinal);

    private static string Join(string scope, string name) => scope.Length == 0 ? name : scope + "." + name;
}
