using System.Reflection;
using System.Runtime.CompilerServices;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class ReflectionTests
{
    public static TheoryData<string> Names => Shapes.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void MethodsOfProtocsClassAreFoundByNameAlone(string name)
    {
        var theirs = Shapes.Theirs.Message(name).Descriptor.ClrType;
        var ours = Shapes.Ours.Message(name).Descriptor.ClrType;
        var methods = theirs.GetMethods().Select(method => method.Name).Distinct().ToArray();
        Assert.Contains("WriteTo", methods);
        Assert.Equal(methods.Select(method => Find(theirs, method)), methods.Select(method => Find(ours, method)));
    }

    // Libraries that fill or compare objects, such as Bogus, look at fields that are neither private nor the compiler's.
    [Theory]
    [MemberData(nameof(Names))]
    public void FieldsThatLibrariesFillAreProtocs(string name)
    {
        var fields = Shapes.Ours.Message(name).Descriptor.ClrType
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !field.IsPrivate && !field.IsDefined(typeof(CompilerGeneratedAttribute)));
        Assert.Empty(fields.Select(field => field.Name));
    }

    private static string Find(Type type, string name)
    {
        try
        {
            return type.GetMethod(name) is null ? name + ": none" : name + ": one";
        }
        catch (AmbiguousMatchException)
        {
            return name + ": several";
        }
    }
}
