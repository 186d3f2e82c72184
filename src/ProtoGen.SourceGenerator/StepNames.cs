using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Project.Severities;
using ProtoGen.SourceGenerator.OtherGenerators;

namespace ProtoGen.SourceGenerator;

/// <summary>The names under which the compiler tracks the steps of the pipeline. Most are the types of the results.</summary>
internal static class StepNames
{
    /// <summary>The properties of the project.</summary>
    public const string Project = nameof(ProjectSettings);

    /// <summary>A .proto file with its metadata, before its text is read.</summary>
    public const string Item = nameof(ProtoItem);

    /// <summary>The bytes of files that are not UTF-8.</summary>
    public const string RawContents = nameof(Inputs.RawContents);

    /// <summary>The severities that configuration files give warnings.</summary>
    public const string Severities = nameof(SeverityRules);

    /// <summary>A parsed file.</summary>
    public const string Parsed = nameof(ParsedProto);

    /// <summary>The imports of a file.</summary>
    public const string Imports = nameof(ProtoImports);

    /// <summary>The import names of all files, and the file that each import refers to.</summary>
    public const string Map = nameof(ImportMap);

    /// <summary>A file with its import name.</summary>
    public const string Named = nameof(NamedProto);

    /// <summary>All linked files.</summary>
    public const string LinkedAll = nameof(LinkedProject);

    /// <summary>A linked file.</summary>
    public const string Linked = nameof(LinkedProto);

    /// <summary>The facts about a referenced assembly on which the output depends.</summary>
    public const string Reference = nameof(ReferencedAssembly);

    /// <summary>The user's partial classes.</summary>
    public const string PartialClasses = nameof(PartialClass);

    /// <summary>The facts about the compilation on which the output depends.</summary>
    public const string Facts = nameof(CompilationFacts);

    /// <summary>The C# models of a file.</summary>
    public const string Model = nameof(ProtoModel);

    /// <summary>A class that protoc generated.</summary>
    public const string ProtocCode = nameof(Compiler.Project.Output.ProtocCode);

    /// <summary>The files that define the same types as others.</summary>
    public const string Clashes = nameof(NameClashes);

    /// <summary>The C# of a file's messages.</summary>
    public const string Messages = nameof(GeneratedSource) + "." + nameof(ProtoModel.Messages);

    /// <summary>The C# of a file's services.</summary>
    public const string Services = nameof(GeneratedSource) + "." + nameof(ProtoModel.Services);

    /// <summary>The unknown types that user code passes to other source generators.</summary>
    public const string TypeUses = nameof(TypeUse);

    /// <summary>The C# of the class that registers clients and services.</summary>
    public const string Registration = nameof(GeneratedSource) + "." + nameof(ProjectSettings.Registration);

    /// <summary>The errors and warnings of a file or of the project.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
