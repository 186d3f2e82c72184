using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Protoc;

namespace ProtoGen.Compiler.Linking;

/// <summary>Combines the linked files of a project into one result.</summary>
internal static class ProjectResult
{
    internal static LinkResult Make(List<LinkedFile> files, LinkSession session, IsolatedRuns isolated)
    {
        for (var i = 0; i < files.Count; i++) files[i] = isolated.Correct(files[i]);
        var diagnostics = new List<Diagnostic>();
        var hasErrors = false;
        foreach (var file in files)
        {
            diagnostics.AddRange(file.Source.Diagnostics);
            diagnostics.AddRange(file.Diagnostics);
            hasErrors |= file.HasErrors;
        }

        return new LinkResult(files, diagnostics, hasErrors, session);
    }
}
