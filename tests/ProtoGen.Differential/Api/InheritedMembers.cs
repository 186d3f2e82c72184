using System.Diagnostics;
using System.Reflection;
using ProtoGen.Runtime;

namespace ProtoGen.Differential.Api;

/// <summary>The declarations that a message inherits from ProtoGen.Runtime's base classes, as if its class declared them itself.</summary>
internal static class InheritedMembers
{
    // They stand for the class and the message type until both are known.
    private const string ScopeMark = "{scope}";
    private const string MessageMark = "{message}";

    private static readonly string Display = typeof(Message).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private static readonly Dictionary<string, Type> BaseClasses = new()
    {
        ["global::ProtoGen.Runtime.Message<"] = typeof(Message<>),
        ["global::ProtoGen.Runtime.ExtendableMessage<"] = typeof(ExtendableMessage<>),
    };

    // Reading a class by reflection costs far more than a message's own declarations, so each class is read once.
    private static readonly Dictionary<Type, Declaration[]> Declared = BaseClasses.Values.ToDictionary(type => type, Read);

    /// <summary>Adds what each class of the declarations inherits.</summary>
    public static IEnumerable<Declaration> AddTo(IReadOnlyList<Declaration> declarations)
    {
        var bases = declarations.Select(declaration => ReadBase(declaration.Key))
            .OfType<(string Scope, Type Type, string Message)>().ToList();
        var scopes = bases.Select(found => "class " + found.Scope).ToHashSet();
        foreach (var declaration in declarations)
            yield return scopes.Contains(declaration.Key) ? AddAttribute(declaration) : declaration;
        foreach (var (scope, type, message) in bases)
        {
            foreach (var (key, signature) in Declared[type])
                yield return new Declaration(Of(key, scope, message), Of(signature, scope, message));
        }
    }

    private static string Of(string text, string scope, string message) => text.Replace(ScopeMark, scope).Replace(MessageMark, message);

    private static (string Scope, Type Type, string Message)? ReadBase(string key)
    {
        if (!key.StartsWith("base ", StringComparison.Ordinal)) return null;
        var parts = key["base ".Length..].Split(" : ");
        var known = BaseClasses.FirstOrDefault(known => parts[1].StartsWith(known.Key, StringComparison.Ordinal)).Value;
        return known is null ? null : (parts[0], known, parts[1][(parts[1].IndexOf('<') + 1)..^1]);
    }

    private static Declaration[] Read(Type type) => [.. Interfaces(type), .. Methods(type)];

    private static IEnumerable<Declaration> Interfaces(Type type) =>
        type.GetInterfaces().Select(contract => new Declaration($"base {ScopeMark} : {Name(contract)}", ""));

    private static IEnumerable<Declaration> Methods(Type type)
    {
        const BindingFlags AllPublic =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        var nullability = new NullabilityInfoContext();
        foreach (var method in type.GetMethods(AllPublic))
        {
            if (method.IsSpecialName || method.DeclaringType == typeof(object)) continue;
            var arguments = method.IsGenericMethod
                ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
                : "";
            string[] types = [.. method.GetParameters().Select(parameter => Name(parameter.ParameterType))];
            // The base class allows null wherever protoc's code does, annotated or not.
            string[] nullable = [.. method.GetParameters()
                .Zip(
                    types, (parameter, type) => nullability.Create(parameter).WriteState == NullabilityState.Nullable ? type + "?" : type)];
            var names = string.Join(", ", method.GetParameters().Select(parameter => parameter.Name));
            var modifiers = method.IsVirtual && method.GetBaseDefinition().DeclaringType != method.DeclaringType
                ? "override public"
                : "public";
            foreach (var list in new[] { string.Join(", ", types), string.Join(", ", nullable) }.Distinct())
            {
                yield return new Declaration(
                    $"method {ScopeMark}.{method.Name}{arguments}({list})", $"{modifiers} {Name(method.ReturnType)} ({names})");
            }
        }
    }

    /// <summary>Adds the attribute that debuggers read, which derived classes inherit.</summary>
    private static Declaration AddAttribute(Declaration type) => type with
    {
        Signature = string.Join(' ', type.Signature.Split(' ').Append($"[DebuggerDisplay(\"{Display}\")]").Order(StringComparer.Ordinal)),
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsGenericParameter) return type.DeclaringMethod is null ? MessageMark : type.Name;
        var name = "global::" + (type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!).Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(",", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
