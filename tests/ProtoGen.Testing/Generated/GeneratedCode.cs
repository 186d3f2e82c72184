using System.Reflection;
using System.Runtime.Loader;
using Google.Protobuf;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoGen.Testing.Generated;

/// <summary>Generated C#, compiled in memory and loaded in its own context.</summary>
public sealed class GeneratedCode
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        // protobuf-net.Reflection, which the benchmarks use, has types with the names of Google.Protobuf's.
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "protobuf-net.Reflection.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private readonly Assembly _assembly;

    private GeneratedCode(Assembly assembly) => _assembly = assembly;

    /// <summary>Compiles and loads <paramref name="sources"/>.</summary>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="sources">The C# files.</param>
    /// <param name="isCollectible">Whether the classes can be unloaded. Static members of generic classes are slower if they can.</param>
    public static GeneratedCode Load(string name, IEnumerable<string> sources, bool isCollectible = true) =>
        Load(name, sources, new AssemblyLoadContext(name, isCollectible));

    /// <summary>Compiles <paramref name="sources"/> and loads them into a context, which can have other versions of libraries.</summary>
    public static GeneratedCode Load(string name, IEnumerable<string> sources, AssemblyLoadContext context)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join(
                '\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        }

        image.Position = 0;
        return new GeneratedCode(context.LoadFromStream(image));
    }

    /// <summary>Gets the classes of all messages.</summary>
    public IEnumerable<GeneratedMessage> Messages =>
        _assembly.GetTypes().Where(type => typeof(IMessage).IsAssignableFrom(type) && !type.IsAbstract).Select(GeneratedMessage.Of);

    /// <summary>Gets all extensions.</summary>
    public IEnumerable<Extension> Extensions =>
        _assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(member => typeof(Extension).IsAssignableFrom(member.FieldType)).Select(member => (Extension)member.GetValue(null)!);

    /// <summary>Returns the class of one message by its name in C#.</summary>
    public GeneratedMessage Message(string name) => GeneratedMessage.Of(_assembly.GetType(name, throwOnError: true)!);

    /// <summary>Returns a type by its name in C#, in upper or lower case.</summary>
    public Type Type(string name) => _assembly.GetType(name, throwOnError: true, ignoreCase: true)!;

    /// <summary>Returns the value of a static field.</summary>
    public object? StaticField(string type, string name) => _assembly.GetType(type, throwOnError: true)!.GetField(name)!.GetValue(null);
}
