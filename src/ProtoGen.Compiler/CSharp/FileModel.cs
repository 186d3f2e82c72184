using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The C# model of a file.</summary>
/// <remarks>
/// The generator caches models between runs and compares them to skip unchanged files. So all types of the models are immutable, are
/// compared by value, and contain no descriptor, syntax node or Roslyn object. All members are required, so that a builder that omits one
/// does not compile.
/// </remarks>
public sealed record FileModel
{
    /// <summary>Gets the import name of the .proto file.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the escaped C# namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the unqualified name of the reflection class.</summary>
    public required string ReflectionClass { get; init; }

    /// <summary>Gets the unqualified name of the class that contains the top-level extensions.</summary>
    public required string ExtensionClass { get; init; }

    /// <summary>Gets the name, with <c>global::</c>, of the class that contains the top-level extensions.</summary>
    public required string ExtensionClassFullName { get; init; }

    /// <summary>Gets the bytes of the embedded FileDescriptorProto.</summary>
    public required EquatableArray<byte> DescriptorBytes { get; init; }

    /// <summary>
    /// Gets the reflection classes of the imported files, with <c>global::</c>, in the order of the descriptor's dependencies.
    /// </summary>
    public required EquatableArray<string> DependencyReflectionClasses { get; init; }

    /// <summary>Gets the top-level enums.</summary>
    public required EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Gets the top-level messages.</summary>
    public required EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Gets the top-level extensions.</summary>
    public required EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>Gets the options with which the C# is written.</summary>
    public required CSharpOptions Options { get; init; }
}
