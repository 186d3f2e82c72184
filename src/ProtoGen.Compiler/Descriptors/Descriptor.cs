using ProtoGen.Compiler.Descriptors.Options;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked element of a file. Instances do not change once their file is linked.</summary>
public abstract class Descriptor
{
    /// <summary>The name as written, without scope.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The name with package and scopes, without a leading dot.</summary>
    public string FullName { get; internal set; } = "";

    /// <summary>The file that declares it.</summary>
    public FileDescriptor File { get; internal set; } = null!;

    /// <summary>Its options after interpretation; <see cref="OptionMessage.Empty"/> when none are written.</summary>
    public OptionMessage Options { get; internal set; } = OptionMessage.Empty;

    /// <summary>The features in force for it: its own over those it inherits.</summary>
    public FeatureSet Features { get; internal set; } = null!;

    /// <summary>The leading comment; null when there is none.</summary>
    public string? LeadingComments { get; internal set; }

    /// <summary>The trailing comment; null when there is none.</summary>
    public string? TrailingComments { get; internal set; }

    /// <summary>The comments before the leading one, set off by blank lines.</summary>
    public IReadOnlyList<string> LeadingDetachedComments { get; internal set; } = [];

    /// <summary>Whether <c>deprecated = true</c> is set.</summary>
    public abstract bool IsDeprecated { get; }
}
