using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Generators;

/// <summary>What a generator is given.</summary>
/// <param name="Files">The input files, linked.</param>
/// <param name="Parameter">What the command line says to it.</param>
internal sealed record Generation(IReadOnlyList<FileDescriptor> Files, string Parameter);
