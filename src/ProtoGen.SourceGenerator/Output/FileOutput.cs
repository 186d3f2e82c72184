using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Collections;
using ProtoGen.SourceGenerator.Diagnostics;

namespace ProtoGen.SourceGenerator.Output;

/// <summary>What is to be written for one .proto.</summary>
/// <param name="HintName">The base of the generated files' names.</param>
/// <param name="Path">The .proto's path, for messages.</param>
/// <param name="Messages">The messages' model; null when they are not generated here.</param>
/// <param name="Services">The services' model; null when there are none to generate.</param>
/// <param name="OmitsServices">Whether the file has services that are not generated because Grpc.Core.Api is not referenced.</param>
/// <param name="Diagnostics">The problems found while the models were built.</param>
internal sealed record FileOutput(
    string HintName, string Path, FileModel? Messages, ServicesModel? Services, bool OmitsServices, EquatableArray<DiagnosticData> Diagnostics);
