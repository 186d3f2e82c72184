using ProtoGen.Compiler.Descriptors.Linking;

namespace ProtoGen.Compiler.Descriptors.Validation;

/// <summary>Checks a linked file whose options are interpreted.</summary>
internal static class FileValidator
{
    internal static void Validate(FileLinker linker)
    {
        _ = linker;
    }
}
