namespace ProtoGen.Benchmarks.Messages;

/// <summary>One operation with protoc's and with ProtoGen's class.</summary>
internal sealed record Operation(string Name, Action Theirs, Action Ours);
