using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>One file and its linked form.</summary>
/// <param name="Named">The file.</param>
/// <param name="Linked">
/// The linked form: the same object as in the last run if neither the file nor what it imports has changed. Null if the linker crashed.
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
