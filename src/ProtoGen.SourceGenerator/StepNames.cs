using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.SourceGenerator.OtherGenerators;

namespace ProtoGen.SourceGenerator;

/// <summary>
/// The names of the pipeline's steps, as the compiler's incremental driver tracks them: each is the type of the step's result.
/// </summary>
internal static class StepNames
{
    /// <summary>The properties of the project.</summary>
    public const string Project = nameof(ProjectSettings);

    /// <summary>One .proto with its metadata, without text.</summary>
    public const string Item = nameof(ProtoItem);

    /// <summary>The bytes of files that are not UTF-8.</summary>
    public const string RawContents = nameof(Inputs.RawContents);

    /// <summary>One parsed file.</summary>
    public const string Parsed = nameof(ParsedProto);

    /// <summary>The imports of one file.</summary>
    public const string Imports = nameof(ProtoImports);

    /// <summary>The import names of all files, and the file that each import refers to.</summary>
    public const string Map = nameof(ImportMap);

    /// <summary>One file under its import name.</summary>
    public const string Named = nameof(NamedProto);

    /// <summary>All files, linked.</summary>
    public const string LinkedAll = nameof(LinkedProject);

    /// <summary>One linked file.</summary>
    public const string Linked = nameof(LinkedProto);

    /// <summary>The facts about one referenced assembly that the output depends on.</summary>
    public const string Reference = nameof(ReferencedAssembly);

    /// <summary>The user's partial classes.</summary>
    public const string PartialClasses = nameof(PartialClass);

    /// <summary>The facts about the compilation that the output depends on.</summary>
    public const string Facts = nameof(CompilationFacts);

    /// <summary>One file's C# models.</summary>
    public const string Model = nameof(ProtoModel);

    /// <summary>A class that protoc generated.</summary>
    public const string ProtocCode = nameof(Compiler.Project.Output.ProtocCode);

    /// <summary>The files that define the same types as others.</summary>
    public const string Clashes = nameof(NameClashes);

    /// <summary>The text of one file's messages.</summary>
    public const string Messages = nameof(GeneratedSource) + "." + nameof(ProtoModel.Messages);

    /// <summary>The text of one file's services.</summary>
    public const string Services = nameof(GeneratedSource) + "." + nameof(ProtoModel.Services);

    /// <summary>The unknown types that user code passes to other source generators.</summary>
    public const string TypeUses = nameof(TypeUse);

    /// <summary>The text of the class that registers clients and services.</summary>
    public const string Registration = nameof(GeneratedSource) + "." + nameof(ProjectSettings.Registration);

    /// <summary>The errors and warnings of one file or of the project.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
