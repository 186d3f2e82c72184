using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Returns the C# names of descriptors by protoc's rules. Keywords are escaped.</summary>
public static class CSharpNames
{
    private const string TypesClass = "Types";
    internal const string ExtensionsClass = "Extensions";
    private const string HasBitsField = "_hasBits";
    private const string WrappersFile = "google/protobuf/wrappers.proto";

    private static readonly HashSet<string> ReservedMembers = new(StringComparer.Ordinal)
    {
        TypesClass, "Descriptor", "Equals", "ToString", "GetHashCode", "WriteTo", "Clone", "CalculateSize", "MergeFrom",
        "OnConstruction", "Parser",
    };

    // The names that generated files give to namespaces of Google.Protobuf and the base class library, with "using pb = ...".
    private static readonly HashSet<string> Aliases = new(StringComparer.Ordinal) { "pb", "pbc", "pbr", "scg" };

    /// <summary>Returns the namespace of a file, escaped; empty for the global one.</summary>
    public static string Namespace(FileDescriptor file) => Identifiers.EscapeDotted(RawNamespace(file));

    /// <summary>
    /// Returns the namespace as protoc writes it, without escapes. Parts that are not identifiers, for which protoc's C# does not compile,
    /// are made valid: package <c>a._.b._1</c> → <c>A._.B._1</c>, for which protoc writes <c>A..B.1</c>.
    /// </summary>
    public static string RawNamespace(FileDescriptor file)
    {
        var name = file.CSharpNamespace ?? NameStyle.Namespace(file.Package);
        return Identifiers.IsNamespace(name) ? name : NamespaceValidator.MakeValid(name);
    }

    /// <summary>Returns the Pascal-cased base name of the file: <c>a/hello.world2d.proto</c> → <c>HelloWorld2D</c>.</summary>
    public static string FileBaseName(FileDescriptor file) => FileBaseName(file.Name);

    /// <summary>Returns the Pascal-cased base name of the file with this import name.</summary>
    public static string FileBaseName(string protoName)
    {
        var name = protoName.Substring(protoName.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        var result = NameStyle.Pascal(dot < 0 ? name : name.Substring(0, dot));
        return result.Length > 0 && Ascii.IsDigit(result[0]) ? "_" + result : result;
    }

    /// <summary>Returns the unqualified name of the reflection class.</summary>
    public static string ReflectionClass(FileDescriptor file) => GetFreeName(file, FileBaseName(file) + "Reflection");

    /// <summary>Returns the unqualified name of the class that contains the top-level extensions.</summary>
    public static string ExtensionClass(FileDescriptor file) => GetFreeName(file, FileBaseName(file) + "Extensions");

    // protoc's code does not compile if a.proto has a message AReflection, so no other code can depend on the name of the class.
    private static string GetFreeName(FileDescriptor file, string name, MessageDescriptor? container = null)
    {
        while (IsTaken()) name += "_";
        return name;

        bool IsTaken() => (container?.Messages ?? file.Messages).Any(message => message.Name == name)
            || (container?.Enums ?? file.Enums).Any(type => type.Name == name)
            || (container is null && file.Services.Any(service => service.Name == name));
    }

    private static bool IsAlias(FileDescriptor file, string name) => Aliases.Contains(name) && RawNamespace(file).Length == 0;

    /// <summary>Returns the full name of a type in a file's namespace, with <c>global::</c>.</summary>
    public static string Qualify(FileDescriptor file, string name)
    {
        var @namespace = Namespace(file);
        return @namespace.Length == 0 ? "global::" + name : "global::" + @namespace + "." + name;
    }

    /// <summary>Returns a full name without <c>global::</c> and the escapes of keywords.</summary>
    public static string Unescape(string typeName) => typeName.Substring("global::".Length).Replace("@", "");

    /// <summary>Returns the C# type of a message with <c>global::</c>.</summary>
    public static string TypeName(MessageDescriptor message) => TypeName(message.File, message.ContainingType, ClassName(message));

    /// <summary>Returns the C# type of an enum with <c>global::</c>.</summary>
    public static string TypeName(EnumDescriptor type) => TypeName(type.File, type.ContainingType, EnumName(type));

    /// <summary>Returns the unqualified class name of a message.</summary>
    /// <remarks>
    /// A C# class cannot have a member with its own name, and the class <c>Types</c> around nested types cannot contain, or be in, another
    /// class of that name. In the global namespace, a type cannot have the name of an alias. protoc's code does not compile in these cases,
    /// so no code depends on the name.
    /// </remarks>
    public static string ClassName(MessageDescriptor message)
    {
        var isTaken = message.Name == TypesClass
            ? message.ContainingType is not null || HasNestedTypes(message)
            : ReservedMembers.Contains(message.Name) || (message.Name == ExtensionsClass && message.Extensions.Count > 0)
                || IsPrivateMember(message)
                || (message.ContainingType is null && IsAlias(message.File, message.Name));
        return isTaken ? GetFreeName(message.File, message.Name, message.ContainingType) : Identifiers.Escape(message.Name);
    }

    // Whether the name is that of a private member of protoc's class and of ours.
    private static bool IsPrivateMember(MessageDescriptor message) => message.Name switch
    {
        "_parser" or "_unknownFields" => true,
        "_extensions" or "_Extensions" => message.ExtensionRanges.Count > 0,
        _ => message.Name.StartsWith(HasBitsField, StringComparison.Ordinal)
            && message.Fields.Any(field => FieldModelBuilder.PresenceOf(field) == PresenceKind.HasBit),
    };

    /// <summary>Returns the unqualified C# name of an enum.</summary>
    public static string EnumName(EnumDescriptor type)
    {
        var isTaken = type.ContainingType is null ? IsAlias(type.File, type.Name) : type.Name == TypesClass;
        return isTaken ? GetFreeName(type.File, type.Name, type.ContainingType) : Identifiers.Escape(type.Name);
    }

    /// <summary>Returns the unqualified class name of a service.</summary>
    /// <remarks>It differs from protoc's where protoc's code does not compile, because a member has the same name.</remarks>
    public static string ServiceName(ServiceDescriptor service, bool emitsServer) =>
        service.Name == "Descriptor" || (emitsServer && service.Name == "BindService") || IsAlias(service.File, service.Name)
            ? GetFreeName(service.File, service.Name)
            : Identifiers.Escape(service.Name);

    /// <summary>Returns the name of a service's client class, which is nested in the service's class.</summary>
    public static string ClientName(ServiceDescriptor service) => service.Name + "Client";

    /// <summary>Returns the name of a service's base class, which is nested in the service's class.</summary>
    /// <remarks>
    /// A class cannot have a method with its own name, and Grpc.AspNetCore searches for the methods by the names of the rpcs.
    /// </remarks>
    public static string ServiceBaseName(ServiceDescriptor service)
    {
        var name = service.Name + "Base";
        foreach (var method in service.Methods)
        {
            if (method.Name == name)
                return name + "_";
        }

        return name;
    }

    /// <summary>Returns the unique names of the static fields for the extensions in one class.</summary>
    /// <remarks>
    /// They differ from protoc's where protoc's code does not compile, because two members or the class have the same name.
    /// </remarks>
    public static string[] Extensions(IReadOnlyList<FieldDescriptor> extensions, string className)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { className };
        var names = new string[extensions.Count];
        for (var i = 0; i < names.Length; i++) names[i] = MakeUnique(Property(extensions[i]), taken);
        return names;
    }

    /// <summary>Returns the name of a field's property, or of the static field for an extension.</summary>
    public static string Property(FieldDescriptor field)
    {
        var name = OrUnderscore(NameStyle.Pascal(NamedAfter(field)));
        return name == field.ContainingType.Name || ReservedMembers.Contains(name) ? name + "_" : name;
    }

    /// <summary>Returns the camel-cased name of a field, which is part of the names of its private members.</summary>
    public static string Camel(FieldDescriptor field) => OrUnderscore(NameStyle.Camel(NamedAfter(field)));

    /// <summary>Returns the name of a field in the case enum of its oneof.</summary>
    /// <remarks>The field <c>None</c> beside <c>none</c> already has the property None_.</remarks>
    public static string OneofCase(string property) => property.TrimEnd('_') == "None" ? property + "_" : property;

    /// <summary>Returns the names of an enum's values, made unique by trailing underscores.</summary>
    public static string[] Values(EnumDescriptor type)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[type.Values.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = MakeUnique(OrUnderscore(NameStyle.EnumValue(type.Name, type.Values[i].Name)), taken);
        }

        return names;
    }

    /// <summary>
    /// Returns whether C# represents the field as a nullable, because its type is declared in google/protobuf/wrappers.proto.
    /// </summary>
    public static bool IsWrapper(FieldDescriptor field) =>
        field.Type == FieldType.Message && field.MessageType!.File.Name == WrappersFile && HoldsScalar(field.MessageType);

    // A project may contain its own wrappers.proto with other messages.
    private static bool HoldsScalar(MessageDescriptor type) =>
        type.Fields.Count > 0
            && type.Fields[0] is { IsRepeated: false, Type: not (FieldType.Message or FieldType.Group or FieldType.Enum) };

    private static string MakeUnique(string name, HashSet<string> taken)
    {
        while (!taken.Add(name)) name += "_";
        return name;
    }

    // The rules turn a name such as "_" into an empty one, for which protoc's C# does not compile.
    private static string OrUnderscore(string name) => name.Length == 0 ? "_" : name;

    /// <summary>
    /// Returns the name from which C# names are derived: the field's own, or for a group that of its type, whose spelling has capitals.
    /// </summary>
    private static string NamedAfter(FieldDescriptor field) => field.IsGroupLike ? field.MessageType!.Name : field.Name;

    private static string TypeName(FileDescriptor file, MessageDescriptor? container, string name) =>
        container is null ? Qualify(file, name) : $"{TypeName(container)}.{TypesClass}.{name}";

    /// <summary>Returns whether a message's class contains the class <c>Types</c>, which contains the nested types.</summary>
    internal static bool HasNestedTypes(MessageDescriptor message)
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
