using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Generators;

/// <summary>The input of a generator.</summary>
/// <param name="Files">The linked input files.</param>
/// <param name="Parameter">The generator's parameter from the command line.</param>
internal sealed record Generation(IReadOnlyList<FileDescriptor> Files, string Parameter);
