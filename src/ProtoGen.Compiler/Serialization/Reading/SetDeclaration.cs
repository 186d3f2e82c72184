namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>A top-level element of a file in a descriptor set, or an extension in a message.</summary>
/// <param name="Name">The name as declared.</param>
/// <param name="IsTopLevel">Whether the element is outside of messages.</param>
/// <param name="Extendee">The extended message as written; null if the element is not an extension.</param>
/// <param name="Number">The field number of an extension.</param>
public readonly record struct SetDeclaration(string Name, bool IsTopLevel, string? Extendee, int Number);
