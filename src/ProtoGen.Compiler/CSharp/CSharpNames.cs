using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The C# names of descriptors, by protoc's rules; keywords are escaped.</summary>
public static class CSharpNames
{
    private const string TypesClass = "Types";
    private const string ExtensionsClass = "Extensions";
    private const string WrappersFile = "google/protobuf/wrappers.proto";

    private static readonly HashSet<string> ReservedMembers = new(StringComparer.Ordinal)
    {
        TypesClass, "Descriptor", "Equals", "ToString", "GetHashCode", "WriteTo", "Clone", "CalculateSize", "MergeFrom",
        "OnConstruction", "Parser",
    };

    /// <summary>Returns the namespace of a file, escaped; empty for the global one. An invalid csharp_namespace is made valid.</summary>
    public static string Namespace(FileDescriptor file) => Identifiers.EscapeDotted(RawNamespace(file));

    /// <summary>Returns the namespace as protoc writes it, without escapes.</summary>
    public static string RawNamespace(FileDescriptor file)
    {
        if (file.CSharpNamespace is not { } written) return NameStyle.Namespace(file.Package);
        return Identifiers.IsNamespace(written) ? written : NamespaceValidator.MakeValid(written);
    }

    /// <summary>Returns the Pascal-cased base name of the file: <c>a/hello.world2d.proto</c> → <c>HelloWorld2D</c>.</summary>
    public static string FileBaseName(FileDescriptor file) => FileBaseName(file.Name);

    /// <summary>Returns the Pascal-cased base name of a file of this import name.</summary>
    public static string FileBaseName(string protoName)
    {
        var name = protoName.Substring(protoName.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        var result = NameStyle.Pascal(dot < 0 ? name : name.Substring(0, dot));
        return result.Length > 0 && result[0] is >= '0' and <= '9' ? "_" + result : result;
    }

    /// <summary>Returns the reflection class, unqualified.</summary>
    public static string ReflectionClass(FileDescriptor file) => GetFreeName(file, FileBaseName(file) + "Reflection");

    /// <summary>Returns the holder of top-level extensions, unqualified.</summary>
    public static string ExtensionClass(FileDescriptor file) => GetFreeName(file, FileBaseName(file) + "Extensions");

    // protoc's code does not compile if a.proto has a message AReflection. No other code can depend on the class's name then.
    private static string GetFreeName(FileDescriptor file, string name, MessageDescriptor? container = null)
    {
        while (IsTaken()) name += "_";
        return name;

        bool IsTaken() => (container?.Messages ?? file.Messages).Any(message => message.Name == name)
            || (container?.Enums ?? file.Enums).Any(type => type.Name == name)
            || (container is null && file.Services.Any(service => service.Name == name));
    }

    /// <summary>Returns a name in a file's namespace with <c>global::</c>.</summary>
    public static string Qualify(FileDescriptor file, string name)
    {
        var @namespace = Namespace(file);
        return @namespace.Length == 0 ? "global::" + name : "global::" + @namespace + "." + name;
    }

    /// <summary>Returns the C# type of a message with <c>global::</c>.</summary>
    public static string TypeName(MessageDescriptor message) => TypeName(message.File, message.ContainingType, ClassName(message));

    /// <summary>Returns the C# type of an enum with <c>global::</c>.</summary>
    public static string TypeName(EnumDescriptor type) => TypeName(type.File, type.ContainingType, EnumName(type));

    /// <summary>Returns the class of a message, unqualified.</summary>
    /// <remarks>
    /// A C# class cannot have a member with its own name, and the class <c>Types</c> around nested types cannot contain, or be in, another
    /// class of that name. protoc's code does not compile in these cases, so no code depends on the name.
    /// </remarks>
    public static string ClassName(MessageDescriptor message)
    {
        var isTaken = message.Name == TypesClass
            ? message.ContainingType is not null || HasNestedTypes(message)
            : ReservedMembers.Contains(message.Name) || (message.Name == ExtensionsClass && message.Extensions.Count > 0);
        return isTaken ? GetFreeName(message.File, message.Name, message.ContainingType) : Identifiers.Escape(message.Name);
    }

    /// <summary>Returns the C# name of an enum, unqualified.</summary>
    public static string EnumName(EnumDescriptor type) =>
        type.Name == TypesClass && type.ContainingType is not null
            ? GetFreeName(type.File, TypesClass, type.ContainingType)
            : Identifiers.Escape(type.Name);

    /// <summary>
    /// Returns the class of a service, unqualified. protoc's code does not compile if it has the name of one of the members.
    /// </summary>
    public static string ServiceName(ServiceDescriptor service, bool emitsServer) =>
        service.Name == "Descriptor" || (emitsServer && service.Name == "BindService")
            ? GetFreeName(service.File, service.Name)
            : Identifiers.Escape(service.Name);

    /// <summary>Returns the property of a field (for an extension: the static field that holds it).</summary>
    public static string Property(FieldDescriptor field)
    {
        var name = OrUnderscore(NameStyle.Pascal(NamedAfter(field)));
        return name == field.ContainingType.Name || ReservedMembers.Contains(name) ? name + "_" : name;
    }

    /// <summary>Returns the camel-cased name of a field, from which the names of its private members are made.</summary>
    public static string Camel(FieldDescriptor field) => OrUnderscore(NameStyle.Camel(NamedAfter(field)));

    /// <summary>Returns the name in the case enum of a oneof, for the field with this property.</summary>
    public static string OneofCase(string property) => property == "None" ? "None_" : property;

    /// <summary>Returns the names of an enum's values, made unique by trailing underscores.</summary>
    public static string[] Values(EnumDescriptor type)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[type.Values.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = OrUnderscore(NameStyle.EnumValue(type.Name, type.Values[i].Name));
            while (!taken.Add(name)) name += "_";
            names[i] = name;
        }

        return names;
    }

    /// <summary>Returns whether the field is a nullable in C#: its type is a message of google/protobuf/wrappers.proto.</summary>
    public static bool IsWrapper(FieldDescriptor field) =>
        field.Type == FieldType.Message && field.MessageType!.File.Name == WrappersFile && HoldsScalar(field.MessageType);

    // A project may have its own wrappers.proto.
    private static bool HoldsScalar(MessageDescriptor type) =>
        type.Fields.Count > 0
            && type.Fields[0] is { IsRepeated: false, Type: not (FieldType.Message or FieldType.Group or FieldType.Enum) };

    // The rules remove all of a name such as "_", and protoc's C# for it doesn't compile.
    private static string OrUnderscore(string name) => name.Length == 0 ? "_" : name;

    /// <summary>
    /// Returns the name of a field. The name of a group's field is that of its type in lower case; C# uses the type's own spelling.
    /// </summary>
    private static string NamedAfter(FieldDescriptor field) => IsGroupLike(field) ? field.MessageType!.Name : field.Name;

    private static bool IsGroupLike(FieldDescriptor field)
    {
        if (field.Type != FieldType.Group) return false;
        var message = field.MessageType!;
        return message.Name.ToLowerInvariant() == field.Name
            && message.File == field.File
            && message.ContainingType == (field.IsExtension ? field.ExtensionScope : field.ContainingType);
    }

    private static string TypeName(FileDescriptor file, MessageDescriptor? container, string name) =>
        container is null ? Qualify(file, name) : $"{TypeName(container)}.{TypesClass}.{name}";

    private static bool HasNestedTypes(MessageDescriptor message)
    {
        if (message.Enums.Count > 0) return true;
        foreach (var nested in message.Messages)
        {
            if (!nested.IsMapEntry)
                return true;
        }

        return false;
    }
}
