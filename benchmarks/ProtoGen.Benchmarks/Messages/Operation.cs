namespace ProtoGen.Benchmarks.Messages;

/// <summary>The same thing done with protoc's class and with ours.</summary>
internal sealed record Operation(string Name, Action Theirs, Action Ours);
