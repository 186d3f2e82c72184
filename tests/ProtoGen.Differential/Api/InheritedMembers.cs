using System.Diagnostics;
using System.Reflection;
using ProtoGen.Runtime;

namespace ProtoGen.Differential.Api;

/// <summary>The declarations that a message inherits from ProtoGen.Runtime's base classes, as if its class declared them itself.</summary>
internal static class InheritedMembers
{
    private static readonly NullabilityInfoContext Nullability = new();

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

    /// <summary>Adds what each class of the declarations inherits.</summary>
    public static IEnumerable<Declaration> AddTo(IEnumerable<Declaration> declarations)
    {
        var all = declarations.ToList();
        foreach (var (key, _) in all.ToList())
        {
            if (!key.StartsWith("base ", StringComparison.Ordinal)) continue;
            var parts = key["base ".Length..].Split(" : ");
            var (scope, baseType) = (parts[0], parts[1]);
            if (BaseClasses.FirstOrDefault(known => baseType.StartsWith(known.Key, StringComparison.Ordinal)).Value is not { } type)
                continue;
            var message = baseType[(baseType.IndexOf('<') + 1)..^1];
            all.AddRange(Interfaces(type, scope, message));
            all.AddRange(Methods(type, scope, message));
            AddAttribute(all, scope);
        }

        return all;
    }

    private static IEnumerable<Declaration> Interfaces(Type type, string scope, string message) =>
        type.GetInterfaces().Select(contract => new Declaration($"base {scope} : {Name(contract, message)}", ""));

    private static IEnumerable<Declaration> Methods(Type type, string scope, string message)
    {
        const BindingFlags AllPublic =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        foreach (var method in type.GetMethods(AllPublic))
        {
            if (method.IsSpecialName || method.DeclaringType == typeof(object)) continue;
            var arguments = method.IsGenericMethod
                ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
                : "";
            string[] types = [.. method.GetParameters().Select(parameter => Name(parameter.ParameterType, message))];
            // The base class allows null wherever protoc's code does, annotated or not.
            string[] nullable = [.. method.GetParameters()
                .Zip(
                    types, (parameter, type) => Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? type + "?" : type)];
            var names = string.Join(", ", method.GetParameters().Select(parameter => parameter.Name));
            var modifiers = method.IsVirtual && method.GetBaseDefinition().DeclaringType != method.DeclaringType
                ? "override public"
                : "public";
            foreach (var list in new[] { string.Join(", ", types), string.Join(", ", nullable) }.Distinct())
            {
                yield return new Declaration(
                    $"method {scope}.{method.Name}{arguments}({list})", $"{modifiers} {Name(method.ReturnType, message)} ({names})");
            }
        }
    }

    /// <summary>Adds the attribute that debuggers read, which derived classes inherit.</summary>
    private static void AddAttribute(List<Declaration> all, string scope)
    {
        var display = typeof(Message).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value;
        var index = all.FindIndex(declaration => declaration.Key == "class " + scope);
        all[index] = all[index] with
        {
            Signature = string.Join(
                ' ', all[index].Signature.Split(' ').Append($"[DebuggerDisplay(\"{display}\")]").Order(StringComparer.Ordinal)),
        };
    }

    private static string Name(Type type, string message)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsGenericParameter) return type.DeclaringMethod is null ? message : type.Name;
        var name = "global::" + (type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!).Split('`')[0];
        return type.IsGenericType
            ? $"{name}<{string.Join(",", type.GetGenericArguments().Select(argument => Name(argument, message)))}>"
            : name;
    }
}
