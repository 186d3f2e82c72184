using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The uninterpreted options of an element.</summary>
/// <param name="Element">The element. Option names are resolved relative to it.</param>
/// <param name="Nodes">The options in source order.</param>
/// <param name="IsSynthesized">Whether they were copied from a map field to its entry's key or value and so have no position.</param>
internal sealed record OptionsToInterpret(Descriptor Element, IReadOnlyList<OptionNode> Nodes, bool IsSynthesized)
{
    /// <summary>Gets whether any option must be interpreted. Options from a descriptor set are already values.</summary>
    internal bool HasUninterpreted => Nodes.Any(node => node.Kind != OptionValueKind.Interpreted);
}
