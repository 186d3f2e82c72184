using System.Buffers;
using System.Globalization;
using ProtoGen.Compiler.Serialization.Reading;

namespace ProtoGen.Tool.Sources;

/// <summary>The top-level names in the files of a descriptor set. protoc rejects a set that declares a name twice.</summary>
internal sealed class SymbolIndex
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    private readonly HashSet<string> _symbols = [];

    /// <summary>The smallest symbol that starts with a name and a dot.</summary>
    private readonly Dictionary<string, string> _firstWithin = [];

    private readonly HashSet<(string Extendee, int Number)> _extensions = [];

    /// <summary>Adds the names of a file. Returns an error; null if there is none.</summary>
    public string? Add(SetFileHead file)
    {
        var prefix = file.Package.Length > 0 ? file.Package + "." : "";
        foreach (var declaration in file.Declarations)
        {
            var error = declaration.IsTopLevel ? AddSymbol(prefix + declaration.Name) : null;
            if ((error ?? AddExtension(declaration, file.Name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string? AddSymbol(string name)
    {
        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return "Invalid symbol name: " + name;
        }

        if (FindConflict(name) is { } existing)
        {
            return $"Symbol name \"{name}\" conflicts with the existing symbol \"{existing}\".";
        }

        _symbols.Add(name);

        // The first symbol within an outer name is not after the first one within an inner name.
        if (FirstBeside(name) is { } first && string.CompareOrdinal(first, name) < 0)
        {
            return null;
        }

        foreach (var outer in OuterNames(name))
        {
            if (!_firstWithin.TryGetValue(outer, out first) || string.CompareOrdinal(name, first) < 0)
            {
                _firstWithin[outer] = name;
            }
        }

        return null;
    }

    private string? FindConflict(string name)
    {
        if (_symbols.Contains(name))
        {
            return name;
        }

        // An outer name cannot be a symbol where another symbol is within it.
        var outer = FirstBeside(name) is null ? OuterNames(name).FirstOrDefault(_symbols.Contains) : null;
        return outer ?? _firstWithin.GetValueOrDefault(name);
    }

    /// <summary>Returns the smallest symbol in the scope of a name.</summary>
    private string? FirstBeside(string name)
    {
        var scopes = _firstWithin.GetAlternateLookup<ReadOnlySpan<char>>();
        var dot = name.LastIndexOf('.');
        return dot >= 0 && scopes.TryGetValue(name.AsSpan(0, dot), out var first) ? first : null;
    }

    private static IEnumerable<string> OuterNames(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot >= 0; dot = dot == 0 ? -1 : name.LastIndexOf('.', dot - 1))
        {
            yield return name[..dot];
        }
    }

    /// <summary>Checks an extension. Its extendee is known here only if its name is fully qualified.</summary>
    private string? AddExtension(SetDeclaration field, string fileName)
    {
        if (field.Extendee is not ['.', .. var extendee] || _extensions.Add((extendee, field.Number)))
        {
            return null;
        }

        var number = field.Number.ToString(CultureInfo.InvariantCulture);
        return $"Extension conflicts with extension already in database: extend .{extendee} {{ {field.Name} = {number} }} from:{fileName}";
    }
}
