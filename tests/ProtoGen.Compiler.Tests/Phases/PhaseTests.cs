using System.Reflection;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Data flows one way, from text to C#: each phase knows its input's types, and no phase but that and the shared words.</summary>
public sealed class PhaseTests
{
    private const string Root = "ProtoGen.Compiler.";

    // Whoever is not named here is shared by all: Text, Diagnostics, Schema.
    private static readonly Dictionary<string, string[]> s_inputs = new()
    {
        ["Syntax"] = [],
        ["WellKnown"] = ["Syntax"],
        ["Descriptors"] = ["Syntax", "WellKnown"],
        ["CSharp"] = ["Descriptors"],
        ["Emit"] = ["CSharp"],
    };

    public static TheoryData<string> All => [.. s_inputs.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void APhaseKnowsOnlyItsInput(string phase)
    {
        var violations =
            from type in typeof(ProtoParser).Assembly.GetTypes()
            where PhaseOf(type) == phase
            from used in UsedTypes(type)
            let other = PhaseOf(used)
            where other is not null && other != phase && !s_inputs[phase].Contains(other)
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(violations.Distinct());
    }

    [Fact]
    public void TheCompilerKnowsNoHost() =>
        Assert.Equal(["netstandard"], typeof(ProtoParser).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));

    private static string? PhaseOf(Type type)
    {
        var name = type.Namespace ?? "";
        if (!name.StartsWith(Root, StringComparison.Ordinal)) return null;
        var phase = name[Root.Length..].Split('.')[0];
        return s_inputs.ContainsKey(phase) ? phase : null;
    }

    private static IEnumerable<Type> UsedTypes(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var direct = new List<Type>(type.GetInterfaces());
        if (type.BaseType is { } baseType) direct.Add(baseType);
        direct.AddRange(type.GetFields(all).Select(field => field.FieldType));
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            direct.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            if (method is MethodInfo { ReturnType: var returned }) direct.Add(returned);
            if (method.GetMethodBody() is { } body) direct.AddRange(body.LocalVariables.Select(local => local.LocalType));
        }

        return direct.SelectMany(Unwrap);
    }

    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType) return Unwrap(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type) : [type];
    }
}
