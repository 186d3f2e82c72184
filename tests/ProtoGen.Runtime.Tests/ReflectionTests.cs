using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using NJsonSchema;
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

    // Libraries that look at protected members, such as NJsonSchema, would describe the properties of the base class.
    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void PropertiesAreProtocs(string name)
    {
        Assert.Equal(Properties(Shapes.Theirs.Message(name)), Properties(Shapes.Ours.Message(name)));

        static IEnumerable<string> Properties(GeneratedMessage message) =>
            message.Descriptor.ClrType
                .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(property => !property.GetMethod!.IsPrivate).Select(property => property.Name);
    }

    // NSwag writes these schemas into OpenAPI documents. NJsonSchema keeps types by name, so protoc's classes can't be compared.
    [Theory]
    [MemberData(nameof(Names))]
    public void JsonSchemaHasNoBaseClass(string name)
    {
        var schema = JsonSchema.FromType(Shapes.Ours.Message(name).Descriptor.ClrType);
        Assert.Empty(schema.AllOf);
        Assert.DoesNotContain("MessageDescriptor", schema.ToJson(), StringComparison.Ordinal);
    }

    // Some programs register the messages of all loaded assemblies.
    [Fact]
    public void MessagesOfTheRuntimeHaveDescriptors()
    {
        var types = typeof(Message).Assembly.GetTypes()
            .Where(type => typeof(IMessage).IsAssignableFrom(type) && !type.IsAbstract).ToArray();
        Assert.Equal(types.Length, types.Select(type => DescriptorOf(type).FullName).Distinct().Count());
        foreach (var type in types)
            Assert.Equal(DescriptorOf(type).FullName, ((IMessage)Activator.CreateInstance(type)!).Descriptor.FullName);
    }

    private static MessageDescriptor DescriptorOf(Type type) => (MessageDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!;

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
