using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The options written on one element, to be interpreted when all names are known.</summary>
/// <param name="Element">The element; option names are looked up relative to it.</param>
/// <param name="Nodes">The options in source order.</param>
/// <param name="IsSynthesized">Whether they were copied from a map field to its entry's key or value: those have no place in the text.</param>
internal sealed record OptionsToInterpret(Descriptor Element, IReadOnlyList<OptionNode> Nodes, bool IsSynthesized)
{
    /// <summary>Whether one is given by its name; those of a descriptor set are values already.</summary>
    internal bool HasUninterpreted => Nodes.Any(node => node.Kind != OptionValueKind.Interpreted);
}
