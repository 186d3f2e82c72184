namespace ProtoGen.Runtime.Schema;

/// <summary>Finds what a message's own schema doesn't name: the content of Any, and extensions.</summary>
internal interface ISchemaRegistry
{
    /// <summary>The message of that full name, or null.</summary>
    MessageSchema? FindMessage(string fullName);

    /// <summary>The extension of a message with that number, or null.</summary>
    FieldSchema? FindExtension(string extendee, int number);

    /// <summary>The extension of that full name, or null.</summary>
    FieldSchema? FindExtension(string fullName);

    /// <summary>
    /// Returns the extension of a message set that is declared in the message with this full name and adds that message; null without one.
    /// </summary>
    FieldSchema? FindItem(string messageName);
}
