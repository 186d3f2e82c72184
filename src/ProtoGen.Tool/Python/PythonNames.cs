using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Python;

/// <summary>The names that Python modules, classes and descriptors get.</summary>
internal static class PythonNames
{
    private static readonly HashSet<string> Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
        "while", "with", "yield",
    ];

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>The module of a file: <c>a/my-file.proto</c> gives <c>a.my_file_pb2</c>.</summary>
    public static string Module(FileDescriptor file)
    {
        var name = file.Name;
        foreach (var extension in (string[])[".protodevel", ".proto"])
        {
            if (name.EndsWith(extension, StringComparison.Ordinal))
            {
                name = name[..^extension.Length];
                break;
            }
        }

        return name.Replace('-', '_').Replace('/', '.') + "_pb2";
    }

    /// <summary>The path of the file that holds the module.</summary>
    public static string ModulePath(FileDescriptor file, string extension) => Module(file).Replace('.', '/') + extension;

    /// <summary>The name under which another module imports this one: underscores are doubled so that no two modules share one.</summary>
    public static string Alias(FileDescriptor file) =>
        Module(file).Replace("_", "__", StringComparison.Ordinal).Replace(".", "_dot_", StringComparison.Ordinal);

    /// <summary>An import of the module under the alias. A module with a keyword in its path can only be imported by a call.</summary>
    public static string Import(string module, string alias)
    {
        if (HasKeyword(module))
        {
            return $"{alias} = importlib.import_module('{module}')";
        }

        var dot = module.LastIndexOf('.');
        return dot < 0 ? $"import {module} as {alias}" : $"from {module[..dot]} import {module[(dot + 1)..]} as {alias}";
    }

    public static bool HasKeyword(string module) => module.Split('.').Any(IsKeyword);

    /// <summary>The variable that holds the descriptor of a message, an enum or a service: <c>_OUTER_INNER</c>.</summary>
    public static string Variable(Descriptor element) => "_" + Joined(element).ToUpperInvariant();

    /// <summary>The expression for a class: <c>Outer.Inner</c>, with what Python needs for names that are keywords.</summary>
    public static string Class(Descriptor element)
    {
        if (Outer(element) is not { } outer)
        {
            return Resolve(element.Name);
        }

        return IsKeyword(element.Name) ? $"getattr({Class(outer)}, '{element.Name}')" : $"{Class(outer)}.{element.Name}";
    }

    /// <summary>The expression for a name at module level.</summary>
    public static string Resolve(string name) => IsKeyword(name) ? $"globals()['{name}']" : name;

    private static string Joined(Descriptor element) => Outer(element) is { } outer ? Joined(outer) + "_" + element.Name : element.Name;

    private static MessageDescriptor? Outer(Descriptor element) => element switch
    {
        MessageDescriptor message => message.ContainingType,
        EnumDescriptor type => type.ContainingType,
        _ => null,
    };
}
