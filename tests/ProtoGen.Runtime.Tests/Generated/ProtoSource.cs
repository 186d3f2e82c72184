namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>A .proto file: its import name and text.</summary>
public sealed record ProtoSource(string Name, string Text);
