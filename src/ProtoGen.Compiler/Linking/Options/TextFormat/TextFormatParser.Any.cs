using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <content>Reads names in brackets: extensions and the types of google.protobuf.Any messages.</content>
internal sealed partial class TextFormatParser
{
    private bool ReadAny()
    {
        if (!ConsumeBracketedName(out var prefix, out var name)) return false;
        if (prefix.Length == 0) return Fail("Type URL prefix is missing");
        TryConsume(':');
        var url = prefix + name;
        return FindAnyType(prefix, name) is { } type
            ? OpenMessage(type, field: null, isInList: false, url)
            : Fail($"Could not find type \"{url}\" stored in google.protobuf.Any.");
    }

    private MessageDescriptor? FindAnyType(string prefix, string name) =>
        prefix is "type.googleapis.com/" or "type.googleprod.com/" ? symbols.Find(name).Descriptor as MessageDescriptor : null;

    private bool CloseAny(MessageFrame content, string url)
    {
        var missing = content.FindMissing(RequiredFieldsOf(content.Type));
        if (missing.Count > 0)
        {
            return Fail(
                $"Value of type \"{content.Type.FullName}\" stored in google.protobuf.Any has missing required fields: {string.Join(", ", missing)}");
        }

        _depth--;
        if (Top.Has(AnyFields.TypeUrl) || Top.Has(AnyFields.Value)) return Fail("Non-repeated Any specified multiple times.");
        AnyFields.Write(Top, url, content.Records);
        return EndField();
    }

    /// <summary>Reads <c>[a.b.C]</c> or <c>[prefix/a.b.C]</c>. The returned prefix includes the slash.</summary>
    private bool ConsumeBracketedName(out string prefix, out string name)
    {
        _lexer.ReadsUrl = true;
        _lexer.Next();
        var text = "";
        for (; _lexer.Kind == TextTokenKind.UrlCharacters; _lexer.Next()) text += _lexer.Text;
        _lexer.ReadsUrl = false;

        var slash = text.LastIndexOf('/');
        prefix = text.Substring(0, slash + 1);
        name = text.Substring(slash + 1);
        return Consume(']') && CheckPrefix(prefix) && CheckTypeName(name);
    }

    private bool CheckPrefix(string prefix)
    {
        if (prefix == "/") return Fail("Type URL prefix is empty");
        if (prefix.Length > 0 && prefix[0] == '/') return Fail("Type URL starts with \"/\"");
        for (var i = prefix.IndexOf('%'); i >= 0; i = prefix.IndexOf('%', i + 1))
        {
            var isValid = i + 2 < prefix.Length && IsHexDigit(prefix[i + 1]) && IsHexDigit(prefix[i + 2]);
            if (!isValid) return Fail($"Invalid percent encode, got: \"{prefix.Substring(i, Math.Min(3, prefix.Length - i))}\"");
        }

        return true;
    }

    private bool CheckTypeName(string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (!Ascii.IsIdentifier(part)) return Fail($"Invalid identifier in type name, got: \"{part}\"");
        }

        return true;
    }

    private static bool IsHexDigit(char c) => CharClass.IsHexDigit((byte)c);
}
