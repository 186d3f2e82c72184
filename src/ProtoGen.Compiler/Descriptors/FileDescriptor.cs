using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked, validated file.</summary>
public sealed class FileDescriptor : Descriptor
{
    /// <summary>The import name of descriptor.proto, which declares options and descriptors.</summary>
    internal const string DescriptorProtoName = "google/protobuf/descriptor.proto";

    /// <summary>Gets the package; empty if none is given.</summary>
    public string Package { get; internal set; } = "";

    /// <summary>Gets the edition; proto2 and proto3 are editions too.</summary>
    public Edition Edition { get; internal set; }

    /// <summary>
    /// Gets the files that plain, public and weak imports name, in source order. Files of <c>import option</c> are not included.
    /// </summary>
    public IReadOnlyList<FileDescriptor> Dependencies { get; internal set; } = [];

    /// <summary>Gets the indexes of the public imports in <see cref="Dependencies"/>.</summary>
    public IReadOnlyList<int> PublicDependencies { get; internal set; } = [];

    /// <summary>Gets the indexes of the weak imports in <see cref="Dependencies"/>.</summary>
    public IReadOnlyList<int> WeakDependencies { get; internal set; } = [];

    /// <summary>Gets the names of files imported with <c>import option</c>.</summary>
    public IReadOnlyList<string> OptionDependencies { get; internal set; } = [];

    /// <summary>Gets the top-level messages.</summary>
    public IReadOnlyList<MessageDescriptor> Messages { get; internal set; } = [];

    /// <summary>Gets the top-level enums.</summary>
    public IReadOnlyList<EnumDescriptor> Enums { get; internal set; } = [];

    /// <summary>Gets the top-level extensions.</summary>
    public IReadOnlyList<FieldDescriptor> Extensions { get; internal set; } = [];

    /// <summary>Gets the services.</summary>
    public IReadOnlyList<ServiceDescriptor> Services { get; internal set; } = [];

    /// <summary>Gets or sets the locations of the file's elements; null unless the parser recorded them.</summary>
    internal SourceLocations? SourceLocations { get; set; }

    /// <summary>Gets the option csharp_namespace; null if it is not written.</summary>
    public string? CSharpNamespace => Options.GetString(DescriptorFields.FileOptions.CsharpNamespace);

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.FileOptions.Deprecated);

    /// <summary>Gets the file as it was parsed.</summary>
    internal FileNode Node => (FileNode)SourceNode!;

    /// <summary>Gets or sets the files of <see cref="OptionDependencies"/> that were found.</summary>
    internal IReadOnlyList<FileDescriptor> OptionDependencyFiles { get; set; } = [];

    internal override Descriptor? Scope => null;

    private protected override string ComputeFullName() => Name;
}
