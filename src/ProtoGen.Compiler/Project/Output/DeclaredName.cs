using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>The name of a C# type that is generated from a file and must be unique in the project.</summary>
/// <param name="CSharpName">The full name of the C# type.</param>
/// <param name="ProtoName">The full name of the definition in the .proto file; null for the reflection class or extension class.</param>
/// <param name="Span">The position of the definition's name.</param>
public sealed record DeclaredName(string CSharpName, string? ProtoName, EditorSpan Span)
{
    /// <summary>Returns the name around a full name: <c>A.B</c> for <c>A.B.C</c>, and an empty text for <c>A</c>.</summary>
    internal static string GetParent(string fullName) => fullName.Substring(0, Math.Max(fullName.LastIndexOf('.'), 0));

    /// <summary>Returns a text from which <see cref="FromText"/> creates the same name without its position.</summary>
    internal string ToText() => ProtoName is null ? CSharpName : CSharpName + "\n" + ProtoName;

    /// <summary>Creates a name from its text.</summary>
    internal static DeclaredName FromText(string text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? new DeclaredName(text, null, default) : new DeclaredName(text.Substring(0, end), text.Substring(end + 1), default);
    }

    /// <summary>Returns the top-level types that are generated from a file.</summary>
    internal static EquatableArray<DeclaredName> GetAll(FileDescriptor file, SourceText text, ServicesOptions? services)
    {
        var scope = CSharpNames.RawNamespace(file);
        var names = new List<DeclaredName>();
        Add(CSharpNames.ReflectionClass(file), null, default);
        if (file.Extensions.Count > 0) Add(CSharpNames.ExtensionClass(file), null, default);
        foreach (var message in file.Messages) Add(Unescape(CSharpNames.ClassName(message)), message.FullName, message.Node.Name.Span);
        foreach (var type in file.Enums) Add(Unescape(CSharpNames.EnumName(type)), type.FullName, type.Node.Name.Span);
        if (services is not null)
        {
            foreach (var service in file.Services)
                Add(Unescape(CSharpNames.ServiceName(service, services.EmitServer)), service.FullName, service.Node.Name.Span);
        }

        return new(names.ToArray());

        static string Unescape(string name) => name.TrimStart('@');

        void Add(string name, string? protoName, TextSpan span) => names.Add(new DeclaredName(
            scope.Length == 0 ? name : scope + "." + name, protoName, protoName is null ? default : EditorSpan.Create(span, text)));
    }
}
