using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <content>Reads fields: their names and the start of their values.</content>
internal sealed partial class TextFormatParser
{
    private bool ReadField()
    {
        if (_lexer.IsAt('[')) return AnyFields.IsAny(Top.Type) ? ReadAny() : ReadExtension();
        if (!ConsumeIdentifier(out var name)) return false;
        if (FindField(Top.Type, name) is { } field) return ReadFieldBody(field, name);
        return Top.Type.ReservedNames.Contains(name)
            ? SkipReservedField()
            : Fail($"Message type \"{Top.Type.FullName}\" has no field named \"{name}\".");
    }

    private bool ReadExtension()
    {
        if (!ConsumeBracketedName(out var prefix, out var name)) return false;
        if (prefix.Length > 0) return Fail("Extension name contains \"/\"");
        if (FindExtension(Top.Type, name) is not { } field) return FailAsNoExtension(name);
        if (field.ContainingType != Top.Type) return ReadForeign(field, name);
        if (field.IsExtension) bindings.AddExtension(field);
        return ReadFieldBody(field, name);
    }

    /// <summary>
    /// Reports a field of another message. Like protoc, it reads a repeated field first; protoc crashes on its value and accepts an empty
    /// list.
    /// </summary>
    private bool ReadForeign(FieldDescriptor field, string name)
    {
        if (field.IsRepeated)
        {
            var isMessage = field.MessageType is not null;
            if (!ConsumeColon(isMessage)) return false;
            if (TryConsume('[') && TryConsume(']')) return EndField();
            var isRead = isMessage ? ConsumeOpener(out _) : ReadValue(field);
            if (!isRead) return false;
        }

        return FailAsNoExtension(name);
    }

    private bool FailAsNoExtension(string name) =>
        Fail($"Extension \"{name}\" is not defined or is not an extension of \"{Top.Type.FullName}\".");

    /// <summary>Finds a field by name. A group is also found by the name of its type.</summary>
    private FieldDescriptor? FindField(MessageDescriptor type, string name)
    {
        if (symbols.FindField(type, name) is { } field) return field;
        var lower = Ascii.ToLower(name);
        return lower != name && symbols.FindField(type, lower) is { } group && group.IsGroupLike && group.MessageType!.Name == name
            ? group
            : null;
    }

    private FieldDescriptor? FindExtension(MessageDescriptor type, string name)
    {
        var found = symbols.Lookup(name, type).Descriptor;
        if (found is FieldDescriptor field) return field;
        return found is MessageDescriptor item && type.IsMessageSet ? item.Extensions.FirstOrDefault(IsItem) : null;

        // An item of a message set can also be named by its type if the type declares an extension for itself.
        bool IsItem(FieldDescriptor extension) =>
            extension.ContainingType == type && extension.Type == FieldType.Message
            && extension.Label == FieldLabel.Optional && extension.MessageType == found;
    }

    private bool ReadFieldBody(FieldDescriptor field, string name)
    {
        if (!CheckNotSet(field, name)) return false;
        var isMessage = field.MessageType is not null;
        var hasColon = _lexer.IsAt(':');
        if (!ConsumeColon(isMessage)) return false;
        if (isMessage && hasColon && _lexer.Kind == TextTokenKind.String && field.Options.GetBool(DescriptorFields.FieldOptions.Weak))
            return ReadWeakMessage(field);
        if (field.IsRepeated && TryConsume('[')) return ReadList(field, isMessage);
        if (isMessage) return OpenMessage(field.MessageType!, field, isInList: false);
        return ReadValue(field) && EndField();
    }

    /// <summary>Reads a colon, which is optional before messages.</summary>
    private bool ConsumeColon(bool isMessage) => TryConsume(':') || isMessage || Consume(':');

    private bool ReadList(FieldDescriptor field, bool isMessage)
    {
        if (TryConsume(']')) return EndField();
        if (isMessage) return OpenMessage(field.MessageType!, field, isInList: true);
        while (true)
        {
            if (!ReadValue(field)) return false;
            if (TryConsume(']')) return EndField();
            if (!Consume(',')) return false;
        }
    }

    private bool CheckNotSet(FieldDescriptor field, string name)
    {
        if (field.IsRepeated) return true;
        if (Top.Has(field.Number)) return Fail($"Non-repeated field \"{name}\" is specified multiple times.");
        return field.ContainingOneof is not { } oneof || Top.FindSetMember(oneof) is not { } other
            || Fail($"Field \"{name}\" is specified along with field \"{other.Name}\", another member of oneof \"{oneof.Name}\".");
    }

    private bool ConsumeIdentifier(out string name)
    {
        name = "";
        if (_lexer.Kind != TextTokenKind.Identifier) return Fail($"Expected identifier, got: {_lexer.Text}");
        name = _lexer.Text;
        _lexer.Next();
        return true;
    }
}
