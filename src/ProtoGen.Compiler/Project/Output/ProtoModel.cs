using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The C# models of one .proto file.</summary>
/// <param name="HintName">The base of the generated files' names.</param>
/// <param name="Path">The .proto's path as the build gave it, for diagnostics.</param>
/// <param name="Messages">The model of the messages; null when they are not generated here.</param>
/// <param name="Services">The model of the services; null when there are none to generate.</param>
/// <param name="OmitsServices">Whether the file has services that are not generated because Grpc.Core.Api is not referenced.</param>
/// <param name="Diagnostics">The problems found while the models were built.</param>
public sealed record ProtoModel(
    string HintName, string Path, FileModel? Messages, ServicesModel? Services, bool OmitsServices, EquatableArray<ProjectDiagnostic> Diagnostics);
