using ProtoGen.Compiler.Diagnostics;

namespace ProtoGen.Compiler.Project.Diagnostics;

/// <summary>
/// The kinds of diagnostics about a project: its settings, references and set of files. The diagnostics about the content of files are
/// protoc's.
/// </summary>
public static class ProjectDiagnosticKinds
{
    /// <summary>The compiler crashed on a file.</summary>
    public static readonly DiagnosticKind InternalError = DiagnosticKind.Error(
        "PG4000", "ProtoGen crashed while trying to {0}: {1}. Please report this bug and attach the file.");

    /// <summary>A .proto file is empty.</summary>
    public static readonly DiagnosticKind EmptyFile = DiagnosticKind.Warning(
        "PG4002", "The file is empty, so no code is generated from it.");

    /// <summary>The project has services, but does not reference Grpc.Core.Api.</summary>
    public static readonly DiagnosticKind NoGrpcCore = DiagnosticKind.Warning(
        "PG4005",
        "The project's .proto files define services, but it references no gRPC library, so only messages are generated. Add the package Grpc.AspNetCore for a server "
        + "or Grpc.Net.Client for a client, or set GrpcServices=\"None\" on the Protobuf items if only messages are needed.");

    /// <summary>Google.Protobuf is not referenced.</summary>
    public static readonly DiagnosticKind NoProtobufRuntime = DiagnosticKind.Error(
        "PG4006",
        "The generated code needs Google.Protobuf, which the project does not reference. Add the package ProtoGen.Runtime, which includes it.");

    /// <summary>A setting has a value that does not exist.</summary>
    public static readonly DiagnosticKind InvalidSetting = DiagnosticKind.Error("PG4007", "'{1}' is not a valid value for {0}. {2}");

    /// <summary>A setting has no effect in ProtoGen.</summary>
    public static readonly DiagnosticKind SettingWithoutEffect = DiagnosticKind.Warning("PG4008", "{0}: '{1}' has no effect. {2}");

    /// <summary>The C# version is too old for the generated code.</summary>
    public static readonly DiagnosticKind LanguageTooOld = DiagnosticKind.Error(
        "PG4013", "The generated code needs C# 3 or newer. Raise or remove LangVersion.");

    /// <summary>A .proto file of the project does not exist.</summary>
    public static readonly DiagnosticKind FileNotFound = DiagnosticKind.Error(
        "PG4015", "The file does not exist. Correct the path in the Protobuf item, or remove the item.");

    /// <summary>Another source generator needs a type that exists only inside the compiler.</summary>
    public static readonly DiagnosticKind HiddenFromGenerator = DiagnosticKind.Warning(
        "PG4018",
        "ProtoGen generates '{0}' inside the compiler, where the source generator for [{1}] cannot see it. Set the MSBuild property ProtoGenOutput to Files.");

    /// <summary>The option csharp_namespace of a file is not a C# namespace.</summary>
    public static readonly DiagnosticKind InvalidNamespace = DiagnosticKind.Error(
        "PG4101", "option csharp_namespace: \"{0}\" is not a C# namespace. Write identifiers with dots between them.");

    /// <summary>The same C# type would be generated from two files.</summary>
    public static readonly DiagnosticKind SameCSharpName = DiagnosticKind.Error(
        "PG4102",
        "The C# class '{0}' would be generated from \"{1}\" and from \"{2}\". Rename the definition or one of the files, or give one of them another csharp_namespace.");

    /// <summary>The project has C# code that protoc generated from a file.</summary>
    public static readonly DiagnosticKind HasProtocCode = DiagnosticKind.Error(
        "PG4103", "protoc generated {0} from this file, and ProtoGen generates the same types. Delete the C# code that protoc generated.");

    /// <summary>A C# type would have the full name of a namespace.</summary>
    public static readonly DiagnosticKind NamedLikeNamespace = DiagnosticKind.Error(
        "PG4104",
        "The C# class '{0}' would have the name of the namespace that is generated from \"{1}\". Rename the definition, or give one of the files another csharp_namespace.");
}
