using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.SourceGenerator.Linking;

/// <summary>One file and what linking made of it.</summary>
/// <param name="File">The file.</param>
/// <param name="Linked">Its linked form; the same object as before if neither it nor what it imports has changed. Null if linking failed.</param>
internal sealed record OwnFile(NamedFile File, LinkedFile? Linked)
{
    /// <summary>Picks one file out of the linked ones.</summary>
    public static OwnFile Pick(NamedFile file, LinkedFiles files) => new(file, files.Get(file.Resolved.Path));
}
