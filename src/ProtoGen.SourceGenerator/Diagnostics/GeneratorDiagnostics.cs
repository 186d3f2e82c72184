using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>The generator's own diagnostics. Those of a .proto's content come from the compiler with protoc's words.</summary>
internal static class GeneratorDiagnostics
{
    /// <summary>The compiler failed on a file.</summary>
    public static readonly DiagnosticDescriptor InternalError = Error(
        "PG4000", "The compiler failed", "ProtoGen failed on this file while it was to {0}: {1}. This is a defect of ProtoGen: please report it with the file.");

    /// <summary>The project has no .proto file.</summary>
    public static readonly DiagnosticDescriptor NoFiles = Warning(
        "PG4001", "No .proto file",
        "ProtoGen.SourceGenerator is referenced, but the project has no .proto file to compile. Put one under the project's folder, or list it: <Protobuf Include=\"...\" />.");

    /// <summary>A .proto file is empty.</summary>
    public static readonly DiagnosticDescriptor EmptyFile = Warning(
        "PG4002", "Empty .proto file", "The file is empty: no code is made from it.");

    /// <summary>The project has services, but does not reference Grpc.Core.Api.</summary>
    public static readonly DiagnosticDescriptor NoGrpcCore = Warning(
        "PG4005", "Services without gRPC",
        "The project's .proto files define services, but it references no gRPC library, so only messages are generated. Add the package Grpc.AspNetCore for a server "
        + "or Grpc.Net.Client for a client, or set GrpcServices=\"None\" on the Protobuf items if only messages are needed.");

    /// <summary>Google.Protobuf is not referenced.</summary>
    public static readonly DiagnosticDescriptor NoProtobufRuntime = Error(
        "PG4006", "Google.Protobuf is not referenced",
        "The generated code needs Google.Protobuf, which the project doesn't reference. The package ProtoGen.Runtime brings it.");

    /// <summary>A value that the setting doesn't have.</summary>
    public static readonly DiagnosticDescriptor InvalidSetting = Error("PG4007", "Invalid setting", "{0} has the value '{1}'. {2}");

    /// <summary>An option of protoc that has no effect here.</summary>
    public static readonly DiagnosticDescriptor SettingWithoutEffect = Warning("PG4008", "Setting without effect", "{0}: '{1}' has no effect. {2}");

    /// <summary>The language version is too old.</summary>
    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "PG4013", "C# version too old", "The generated code needs C# 7.3 or newer. Raise or remove LangVersion.");

    /// <summary>One of them as values, for the project or for a file as a whole.</summary>
    public static DiagnosticData Create(DiagnosticDescriptor descriptor, string? path, params string[] arguments) => new(
        descriptor.Id,
        descriptor.DefaultSeverity == DiagnosticSeverity.Error,
        string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments),
        path);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, DiagnosticData.Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, DiagnosticData.Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
