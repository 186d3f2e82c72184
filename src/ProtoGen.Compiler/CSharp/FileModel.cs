using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The model of one file's C#.</summary>
/// <remarks>
/// The generator caches the models between runs and compares them to skip files that did not change. So every type of a model is
/// immutable, is compared by value, and holds no descriptor, syntax node or Roslyn object. All members are required: a builder that
/// forgets one does not compile.
/// </remarks>
public sealed record FileModel
{
    /// <summary>The name of the .proto, as imports write it.</summary>
    public required string ProtoName { get; init; }

    /// <summary>The C# namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The reflection class, unqualified.</summary>
    public required string ReflectionClass { get; init; }

    /// <summary>The holder of top-level extensions, unqualified.</summary>
    public required string ExtensionClass { get; init; }

    /// <summary>The holder of top-level extensions with <c>global::</c>.</summary>
    public required string ExtensionClassFullName { get; init; }

    /// <summary>The embedded FileDescriptorProto.</summary>
    public required EquatableArray<byte> DescriptorBytes { get; init; }

    /// <summary>The reflection classes of the imported files, with <c>global::</c>, in the order of <c>dependency</c>.</summary>
    public required EquatableArray<string> DependencyReflectionClasses { get; init; }

    /// <summary>Top-level enums.</summary>
    public required EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Top-level messages.</summary>
    public required EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Top-level extensions.</summary>
    public required EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>The options that the file is emitted with.</summary>
    public required CSharpOptions Options { get; init; }
}
