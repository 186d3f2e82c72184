namespace ProtoGen.SourceGenerator;

/// <summary>The names of the pipeline's steps, as the compiler's incremental driver tracks them.</summary>
internal static class StepNames
{
    /// <summary>The properties of the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>One .proto item with its metadata; no text yet.</summary>
    public const string Item = nameof(Item);

    /// <summary>The text of one file.</summary>
    public const string Read = nameof(Read);

    /// <summary>The tree of one file.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>What one file imports.</summary>
    public const string Imports = nameof(Imports);

    /// <summary>The import names of all files, and which file each import means.</summary>
    public const string Resolve = nameof(Resolve);

    /// <summary>The files that only referenced assemblies have.</summary>
    public const string Referenced = nameof(Referenced);

    /// <summary>One file under its import name.</summary>
    public const string Name = nameof(Name);

    /// <summary>All files, linked.</summary>
    public const string Link = nameof(Link);

    /// <summary>One file out of the linked ones.</summary>
    public const string Own = nameof(Own);

    /// <summary>What one referenced assembly means for the output; nothing for most.</summary>
    public const string Reference = nameof(Reference);

    /// <summary>What the output depends on beside the .proto files.</summary>
    public const string Facts = nameof(Facts);

    /// <summary>One file's C# model.</summary>
    public const string Model = nameof(Model);

    /// <summary>The text of one file's messages.</summary>
    public const string Messages = nameof(Messages);

    /// <summary>The text of one file's services.</summary>
    public const string Grpc = nameof(Grpc);

    /// <summary>One file's errors and warnings.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
