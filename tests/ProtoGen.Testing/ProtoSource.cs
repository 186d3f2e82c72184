namespace ProtoGen.Testing;

/// <summary>A .proto file.</summary>
/// <param name="Name">The import name.</param>
/// <param name="Text">The text.</param>
public sealed record ProtoSource(string Name, string Text);
