namespace ProtoGen.Differential.Api;

/// <summary>One public or protected declaration.</summary>
/// <param name="Key">The key for lookup: its kind, its scopes, its name, and for methods the types of the parameters.</param>
/// <param name="Signature">Everything that user code can see:
/// accessibility, modifiers, types, accessors, constant value, attributes that matter.</param>
public sealed record Declaration(string Key, string Signature);
