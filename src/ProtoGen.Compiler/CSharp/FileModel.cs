using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.CSharp;

/// <summary>All that the C# of one file is made from. Compared by value; holds nothing of earlier phases.</summary>
public sealed partial record FileModel
{
    /// <summary>The name of the .proto, as imports write it.</summary>
    public string ProtoName { get; init; } = "";

    /// <summary>The C# namespace, escaped; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The Pascal-cased base name of the .proto.</summary>
    public string BaseName { get; init; } = "";

    /// <summary>The reflection class, unqualified.</summary>
    public string ReflectionClass { get; init; } = "";

    /// <summary>The reflection class with <c>global::</c>.</summary>
    public string ReflectionClassFullName { get; init; } = "";

    /// <summary>The holder of top-level extensions, unqualified.</summary>
    public string ExtensionClass { get; init; } = "";

    /// <summary>The holder of top-level extensions with <c>global::</c>.</summary>
    public string ExtensionClassFullName { get; init; } = "";

    /// <summary>The embedded FileDescriptorProto.</summary>
    public EquatableArray<byte> DescriptorBytes { get; init; }

    /// <summary>The reflection classes of the imported files, with <c>global::</c>, in the order of <c>dependency</c>.</summary>
    public EquatableArray<string> DependencyReflectionClasses { get; init; }

    /// <summary>Top-level enums.</summary>
    public EquatableArray<EnumModel> Enums { get; init; }

    /// <summary>Top-level messages.</summary>
    public EquatableArray<MessageModel> Messages { get; init; }

    /// <summary>Top-level extensions.</summary>
    public EquatableArray<FieldModel> Extensions { get; init; }

    /// <summary>The options that the file is emitted with.</summary>
    public CSharpOptions Options { get; init; } = CSharpOptions.Default;
}
