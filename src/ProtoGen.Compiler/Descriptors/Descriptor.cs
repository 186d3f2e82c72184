using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked element of a file. Instances do not change after their file is linked.</summary>
public abstract class Descriptor
{
    private string? _fullName;

    /// <summary>Gets the name as written, without scope.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Gets the name with package and scopes, without a leading dot.</summary>
    /// <remarks>For a file it is the file's name, and for an extension range the full name of its message.</remarks>
    public string FullName => _fullName ??= ComputeFullName();

    /// <summary>Gets the file that declares the element.</summary>
    public FileDescriptor File { get; internal set; } = null!;

    /// <summary>Gets the interpreted options; <see cref="OptionMessage.Empty"/> if none are written.</summary>
    public OptionMessage Options { get; internal set; } = OptionMessage.Empty;

    /// <summary>Gets the resolved features. The element's own features override those that it inherits.</summary>
    public FeatureSet Features { get; internal set; } = FeatureSet.Unresolved;

    /// <summary>Gets the leading comment; null if there is none.</summary>
    public string? LeadingComments => SourceNode?.Comments?.Leading;

    /// <summary>Gets the trailing comment; null if there is none.</summary>
    public string? TrailingComments => SourceNode?.Comments?.Trailing;

    /// <summary>Gets the comments before the leading one that blank lines separate from it.</summary>
    public IReadOnlyList<string> LeadingDetachedComments => SourceNode?.Comments?.LeadingDetached ?? [];

    /// <summary>Gets whether <c>deprecated = true</c> is set.</summary>
    public abstract bool IsDeprecated { get; }

    /// <summary>Gets or sets the element as it was parsed.</summary>
    internal Node? SourceNode { get; set; }

    /// <summary>Gets the element that contains this one and whose full name this one's full name begins with; null at file scope.</summary>
    internal abstract Descriptor? Scope { get; }

    /// <summary>Gets the length of the full name, computed without building the name.</summary>
    internal int FullNameLength
    {
        get
        {
            var outer = Scope is { } scope ? scope.FullNameLength : File.Package.Length;
            return outer == 0 ? Name.Length : outer + 1 + Name.Length;
        }
    }

    private protected virtual string ComputeFullName()
    {
        if (Scope is { } scope) return scope.FullName + "." + Name;
        return File.Package.Length == 0 ? Name : File.Package + "." + Name;
    }
}
