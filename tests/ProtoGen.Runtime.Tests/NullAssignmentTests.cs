using System.Reflection;
using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class NullAssignmentTests
{
    public static TheoryData<string> Names => Shapes.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void AssigningNullHasTheOutcomeOfProtocsClass(string name)
    {
        var theirs = Shapes.Theirs.Message(name).Descriptor.ClrType;
        var ours = Shapes.Ours.Message(name).Descriptor.ClrType;
        var properties = theirs.GetProperties().Where(property => property.CanWrite && MayBeNull(property.PropertyType))
            .Select(property => property.Name).ToArray();
        Assert.Equal(
            properties.Select(property => AssignNull(theirs, property)),
            properties.Select(property => AssignNull(ours, property)));
    }

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) != null;

    private static string AssignNull(Type type, string property)
    {
        var message = (IMessage)Activator.CreateInstance(type)!;
        var outcome = Outcome.Of(() =>
        {
            try
            {
                type.GetProperty(property)!.SetValue(message, null);
            }
            catch (TargetInvocationException error)
            {
                throw error.InnerException!;
            }
            return message;
        });
        return $"{property}: {outcome.Error ?? outcome.Message!.ToString()}";
    }
}
