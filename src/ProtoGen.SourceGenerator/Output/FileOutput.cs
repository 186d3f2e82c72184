using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.SourceGenerator.Diagnostics;

namespace ProtoGen.SourceGenerator.Output;

/// <summary>What is to be written for one .proto.</summary>
/// <param name="HintName">The base of the generated files' names.</param>
/// <param name="Path">The .proto's path, for messages.</param>
/// <param name="Messages">The messages' model; null when they are not generated here.</param>
/// <param name="Services">The services' model; null when there are none to generate.</param>
/// <param name="Diagnostics">What was found on the way.</param>
internal sealed record FileOutput(
    string HintName, string Path, FileModel? Messages, ServicesModel? Services, EquatableArray<DiagnosticData> Diagnostics);
