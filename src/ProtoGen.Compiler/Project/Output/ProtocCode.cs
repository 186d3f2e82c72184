namespace ProtoGen.Compiler.Project.Output;

/// <summary>A reflection class or the class of a service in C# code of the project that protoc or grpc_csharp_plugin generated.</summary>
/// <param name="CSharpName">The full name of the class.</param>
/// <param name="Path">The path of the C# file.</param>
public sealed record ProtocCode(string CSharpName, string Path);
