using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>
/// A parsed file before linking, structured like FileDescriptorProto. Its comments are those of the syntax or edition statement.
/// </summary>
public sealed class FileNode(string name) : Node
{
    /// <summary>Gets the import name, such as <c>a/b.proto</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the syntax as descriptor.proto stores it: "" (none written), "proto2", "proto3" or "editions".</summary>
    public string Syntax { get; internal set; } = "";

    /// <summary>Gets whether a descriptor set gives an unknown syntax and no edition; false for parsed files.</summary>
    internal bool HasUnknownSyntax { get; set; }

    /// <summary>Gets the edition; proto2 and proto3 are editions too, as in descriptor.proto.</summary>
    public Edition Edition { get; internal set; } = Edition.Proto2;

    /// <summary>Gets the position of the syntax or edition statement, from its keyword to its value.</summary>
    public TextSpan EditionSpan { get; internal set; }

    /// <summary>
    /// Gets the package; empty if none is written. Its position starts at the keyword, where protoc reports errors about the package.
    /// </summary>
    public Name Package { get; internal set; } = new("", default);

    /// <summary>Gets the imports in source order.</summary>
    public List<ImportNode> Imports { get; } = [];

    /// <summary>
    /// Gets or sets the number of indexes of public imports that are out of range in a descriptor set; 0 for parsed files.
    /// </summary>
    internal int BadPublicIndexes { get; set; }

    /// <summary>Gets or sets the number of indexes of weak imports that are out of range in a descriptor set; 0 for parsed files.</summary>
    internal int BadWeakIndexes { get; set; }

    /// <summary>Gets the top-level messages, including those of groups in <c>extend</c> blocks.</summary>
    public List<MessageNode> Messages { get; private init; } = [];

    /// <summary>Gets the top-level enums.</summary>
    public List<EnumNode> Enums { get; private init; } = [];

    /// <summary>Gets the top-level extensions; each has <see cref="FieldNode.Extendee"/>.</summary>
    public List<FieldNode> Extensions { get; private init; } = [];

    /// <summary>Gets the services.</summary>
    public List<ServiceNode> Services { get; private init; } = [];

    /// <summary>Gets the options of the file.</summary>
    public List<OptionNode> Options { get; private init; } = [];

    /// <summary>Returns the same file under another name and with renamed imports. The elements are shared.</summary>
    internal FileNode Rename(string name, IReadOnlyList<string> imports)
    {
        var renamed = new FileNode(name)
        {
            Span = Span,
            Comments = Comments,
            Syntax = Syntax,
            Edition = Edition,
            EditionSpan = EditionSpan,
            Package = Package,
            Messages = Messages,
            Enums = Enums,
            Extensions = Extensions,
            Services = Services,
            Options = Options,
        };
        for (var i = 0; i < Imports.Count; i++)
        {
            var import = Imports[i];
            renamed.Imports.Add(
                import.Path == imports[i]
                    ? import
                    : new ImportNode(imports[i], import.Kind, import.PathSpan) { Span = import.Span, Comments = import.Comments });
        }

        return renamed;
    }
}

/// <summary>The kinds of imports.</summary>
public enum ImportKind
{
    /// <summary><c>import "x";</c></summary>
    Plain,

    /// <summary><c>import public "x";</c></summary>
    Public,

    /// <summary><c>import weak "x";</c></summary>
    Weak,

    /// <summary><c>import option "x";</c> (edition 2024)</summary>
    Option,
}

/// <summary>One import statement.</summary>
public sealed class ImportNode(string path, ImportKind kind, TextSpan pathSpan) : Node
{
    /// <summary>Gets the imported file's name as written.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the kind of the import.</summary>
    public ImportKind Kind { get; } = kind;

    /// <summary>Gets the position of the string.</summary>
    public TextSpan PathSpan { get; } = pathSpan;
}
