using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>A file and its linked form.</summary>
/// <param name="Named">The file.</param>
/// <param name="Linked">
/// The linked form, or null if the linker crashed. It is the same object as in the last run unless the file or one of its imports changed.
/// </param>
public sealed record LinkedProto(NamedProto Named, LinkedFile? Linked)
{
    /// <summary>Gets whether the parser or the linker found an error in the file.</summary>
    public bool HasErrors
    {
        get
        {
            if (Named.File.HasErrors || Linked is null) return true;
            foreach (var diagnostic in Linked.Diagnostics)
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                    return true;
            }

            return false;
        }
    }
}
