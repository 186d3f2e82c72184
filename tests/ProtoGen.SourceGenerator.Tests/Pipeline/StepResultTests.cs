using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed class StepResultTests
{
    private const BindingFlags OwnFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Forbidden =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(SemanticModel),
    ];

    [Fact]
    public void StepResultsHoldNoRoslynObjects()
    {
        var run = new Project()
            .Add("a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { B b = 1; } service S { rpc M(A) returns (B); }")
            .Add("b.proto", "syntax = \"proto3\"; message B { }")
            .Add("broken.proto", "syntax = \"proto3\"; message {")
            .Run();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in run.AllValues.Where(IsOurs)) AssertFree(value!, value!.GetType().Name, seen);
        Assert.True(seen.Count > 100, "The walk reached too little to mean anything.");
    }

    [Fact]
    public void EveryStepIsTracked()
    {
        var run = new Project()
            .Add("a.proto", "syntax = \"proto3\"; message A { } service S { rpc M(A) returns (A); }")
            .EditCSharp("[JsonSerializable(typeof(A))] class Own { }")
            .Run();
        var names = typeof(StepNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(names.Except(run.StepNames));
    }

    private static bool IsOurs(object? value) => value?.GetType().ToString().Contains("ProtoGen", StringComparison.Ordinal) == true;

    private static void AssertFree(object value, string path, HashSet<object> seen)
    {
        if (!value.GetType().IsValueType && !seen.Add(value)) return;
        Assert.False(Forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        if (value is string or AdditionalText || value.GetType().IsPrimitive || value is Type) return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                if (item is not null)
                    AssertFree(item, path + "[]", seen);
            }
        }

        foreach (var field in Fields(value.GetType()))
        {
            if (field.GetValue(value) is { } held && !held.GetType().IsPointer)
                AssertFree(held, $"{path}.{field.Name}", seen);
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type.Assembly != typeof(object).Assembly; type = type.BaseType)
        {
            foreach (var field in type.GetFields(OwnFields)) yield return field;
        }
    }
}
