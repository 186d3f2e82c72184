using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Emit.Services;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>A file of generated C#.</summary>
/// <param name="HintName">The name of the file in the compilation.</param>
/// <param name="Text">The text; null if the emitter crashed.</param>
/// <param name="Failure">The diagnostic about a crash of the emitter; null if there was none.</param>
public sealed record GeneratedSource(string HintName, string? Text, ProjectDiagnostic? Failure)
{
    /// <summary>Writes the C# of a file's messages. The model must have messages.</summary>
    public static GeneratedSource EmitMessages(ProtoModel model) =>
        Emit(model, ".Messages.g.cs", () => MessagesEmitter.Emit(model.Messages!));

    /// <summary>Writes the C# of a file's services. The model must have services.</summary>
    public static GeneratedSource EmitServices(ProtoModel model) => Emit(model, ".Grpc.g.cs", () => ServicesEmitter.Emit(model.Services!));

    /// <summary>Writes the class that registers the clients and services of the project.</summary>
    public static GeneratedSource EmitRegistration(RegistrationModel model) =>
        new("ProtoGen.Registration.g.cs", RegistrationEmitter.Emit(model), null);

    private static GeneratedSource Emit(ProtoModel model, string suffix, Func<string> emit)
    {
        var text = CrashGuard.Run<string?>(
            () => model.NeedsOldSyntax ? OldSyntax.Rewrite(emit()) : emit(), null, "generate the file's C#", model.Path, out var failure);
        return new GeneratedSource(model.HintName + suffix, text, failure);
    }
}
