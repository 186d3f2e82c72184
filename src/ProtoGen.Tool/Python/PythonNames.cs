using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Tool.Python;

/// <summary>Computes the names of Python modules, classes and descriptors.</summary>
internal static class PythonNames
{
    private static readonly HashSet<string> Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
        "return", "try", "while", "with", "yield",
    ];

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>Returns the module of a file: <c>a.my_file_pb2</c> for <c>a/my-file.proto</c>.</summary>
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

    /// <summary>Returns the path of the module's file.</summary>
    public static string ModulePath(FileDescriptor file, string extension) => Module(file).Replace('.', '/') + extension;

    /// <summary>
    /// Returns the alias of a module in importing modules. Underscores are doubled, so that no two modules share an alias.
    /// </summary>
    public static string Alias(FileDescriptor file) =>
        Module(file).Replace("_", "__", StringComparison.Ordinal).Replace(".", "_dot_", StringComparison.Ordinal);

    /// <summary>
    /// Returns the import of a module under its alias. A module with a keyword in its path can only be imported by a call.
    /// </summary>
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

    /// <summary>Returns the variable of the descriptor of a message, an enum or a service: <c>_OUTER_INNER</c>.</summary>
    public static string Variable(Descriptor element) => "_" + Joined(element).ToUpperInvariant();

    /// <summary>Returns the expression for a class: <c>Outer.Inner</c>, or calls of <c>getattr</c> for names that are keywords.</summary>
    public static string Class(Descriptor element)
    {
        if (Outer(element) is not { } outer)
        {
            return Resolve(element.Name);
        }

        return IsKeyword(element.Name) ? $"getattr({Class(outer)}, '{element.Name}')" : $"{Class(outer)}.{element.Name}";
    }

    /// <summary>Returns the expression for a name at module level.</summary>
    public static string Resolve(string name) => IsKeyword(name) ? $"globals()['{name}']" : name;

    private static string Joined(Descriptor element) => Outer(element) is { } outer ? Joined(outer) + "_" + element.Name : element.Name;

    private static MessageDescriptor? Outer(Descriptor element) => element switch
    {
        MessageDescriptor message => message.ContainingType,
        EnumDescriptor type => type.ContainingType,
        _ => null,
    };
}
