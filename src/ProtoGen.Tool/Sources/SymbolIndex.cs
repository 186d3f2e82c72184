using System.Globalization;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Tool.Sources;

/// <summary>The top-level names in the files of a descriptor set. protoc rejects a set that declares a name twice.</summary>
internal sealed class SymbolIndex
{
    private readonly HashSet<string> _symbols = [];

    /// <summary>The smallest symbol that starts with a name and a dot.</summary>
    private readonly Dictionary<string, string> _firstWithin = [];

    private readonly HashSet<(string Extendee, int Number)> _extensions = [];

    /// <summary>Adds the names of a file. Returns an error; null if there is none.</summary>
    public string? Add(FileNode file)
    {
        var prefix = file.Package.Text.Length > 0 ? file.Package.Text + "." : "";
        foreach (var message in file.Messages)
        {
            if ((AddSymbol(prefix + message.Name.Text) ?? AddNested(message, file.Name)) is { } error)
            {
                return error;
            }
        }

        return file.Enums.Select(type => AddSymbol(prefix + type.Name.Text)).FirstOrDefault(error => error is not null)
            ?? file.Extensions.Select(field => AddSymbol(prefix + field.Name.Text) ?? AddExtension(field, file.Name))
                .FirstOrDefault(error => error is not null)
            ?? file.Services.Select(service => AddSymbol(prefix + service.Name.Text)).FirstOrDefault(error => error is not null);
    }

    private string? AddNested(MessageNode message, string fileName) =>
        message.Messages.Select(nested => AddNested(nested, fileName)).FirstOrDefault(error => error is not null)
        ?? message.Extensions.Select(field => AddExtension(field, fileName)).FirstOrDefault(error => error is not null);

    private string? AddSymbol(string name)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'))
        {
            return "Invalid symbol name: " + name;
        }

        if (FindConflict(name) is { } existing)
        {
            return $"Symbol name \"{name}\" conflicts with the existing symbol \"{existing}\".";
        }

        _symbols.Add(name);
        foreach (var outer in OuterNames(name))
        {
            if (!_firstWithin.TryGetValue(outer, out var first) || string.CompareOrdinal(name, first) < 0)
            {
                _firstWithin[outer] = name;
            }
        }

        return null;
    }

    private string? FindConflict(string name) =>
        _symbols.Contains(name) ? name : OuterNames(name).FirstOrDefault(_symbols.Contains) ?? _firstWithin.GetValueOrDefault(name);

    private static IEnumerable<string> OuterNames(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot >= 0; dot = dot == 0 ? -1 : name.LastIndexOf('.', dot - 1))
        {
            yield return name[..dot];
        }
    }

    /// <summary>Checks an extension. Its extendee is known here only if its name is fully qualified.</summary>
    private string? AddExtension(FieldNode field, string fileName)
    {
        if (field.Extendee?.Text is not ['.', .. var extendee] || _extensions.Add((extendee, field.Number)))
        {
            return null;
        }

        var number = field.Number.ToString(CultureInfo.InvariantCulture);
        return $"Extension conflicts with extension already in database: extend .{extendee} {{ {field.Name.Text} = {number} }} from:{fileName}";
    }
}
