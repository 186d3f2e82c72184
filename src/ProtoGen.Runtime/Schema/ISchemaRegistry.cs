namespace ProtoGen.Runtime.Schema;

/// <summary>Finds the types of Any messages and the extensions of messages.</summary>
internal interface ISchemaRegistry
{
    /// <summary>Finds a message by its full name.</summary>
    MessageSchema? FindMessage(string fullName);

    /// <summary>Finds an extension by its number and the message that it extends.</summary>
    FieldSchema? FindExtension(string extendee, int number);

    /// <summary>Finds an extension by its full name.</summary>
    FieldSchema? FindExtension(string fullName);

    /// <summary>Finds the extension of a message set that is declared in the message with this full name and adds that message.</summary>
    FieldSchema? FindItem(string messageName);
}
