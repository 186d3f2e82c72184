using ProtoGen.Compiler.Descriptors.Linking;

namespace ProtoGen.Compiler.Descriptors.Options;

/// <summary>Interprets the options of one file's elements.</summary>
internal sealed class OptionInterpreter(FileLinker linker)
{
    internal void InterpretNonExtensions(IReadOnlyList<OptionsToInterpret> elements) => _ = (linker, elements);

    internal void InterpretExtensions(IReadOnlyList<OptionsToInterpret> elements) => _ = (linker, elements);
}
