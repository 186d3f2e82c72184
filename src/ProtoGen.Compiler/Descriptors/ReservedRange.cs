namespace ProtoGen.Compiler.Descriptors;

/// <summary>A range of reserved numbers. As in descriptors, the end is exclusive for messages and inclusive for enums.</summary>
/// <remarks>It is a class, because a ReadyToRun image has no code for interfaces to arrays of structs.</remarks>
public sealed record ReservedRange(int Start, int End);
