namespace ProtoGen.Runtime.Tests.Messages.Generated;

/// <summary>A .proto file: its import name and text.</summary>
public sealed record ProtoSource(string Name, string Text);
