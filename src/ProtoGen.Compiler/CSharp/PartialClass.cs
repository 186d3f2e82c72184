using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The facts about the user's part of a generated message on which the generated part depends.</summary>
/// <param name="TypeName">The full name of the class with dots, including before nested types: <c>My.Space.Outer.Types.Inner</c>.</param>
/// <param name="NamesBaseClass">Whether the part may name a base class: its base list does not start with an interface.</param>
/// <param name="Members">
/// The names of the members that the part declares, with operators as <c>operator ==</c>. Explicit implementations are among them only for
/// the interfaces of messages, as <c>IMessage.CalculateSize</c>.
/// </param>
/// <param name="Identifiers">
/// The identifiers in the part that may be private fields of protoc's code, such as <c>name_</c>, and <c>base</c> if its members are used.
/// </param>
public sealed record PartialClass(
    string TypeName,
    bool NamesBaseClass,
    EquatableArray<string> Members,
    EquatableArray<string> Identifiers);
