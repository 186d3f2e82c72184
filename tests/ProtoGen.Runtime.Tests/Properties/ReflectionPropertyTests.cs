using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;
using Outcome = ProtoGen.Runtime.Tests.Generated.Outcome;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Checks reflection on fields and extensions. protoc's class is the oracle.</summary>
public class ReflectionPropertyTests
{
    private const int Cases = 300;

    [OracleFact(Oracle.Protoc)]
    public void ReflectedFieldsMatchProtoc() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs)
            return;
        foreach (var type in test.Classes.BothOurs)
        {
            Assert.Equal(
                Values(theirs, theirs.Descriptor.Fields.InFieldNumberOrder()),
                Values(type.Parse(test.Bytes), type.Descriptor.Fields.InFieldNumberOrder()));
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void ClearedFieldsAreWrittenAsByProtoc() => ForAll(WireCase.WellFormed, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs)
            return;
        var expected = Cleared(theirs, test.Others.Length);
        foreach (var type in test.Classes.BothOurs)
            Observed.AssertBytes(expected, Cleared(type.Parse(test.Bytes), test.Others.Length));
    });

    [OracleFact(Oracle.Protoc)]
    public void ExtensionsMatchProtoc() => ForAll(WireCase.Extended, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is null)
            return;
        var expected = WithExtensions(test.Classes.Theirs, SchemaBatch.Current.Theirs, test);
        Assert.Equal(expected, WithExtensions(test.Classes.Ours, SchemaBatch.Current.Ours, test));
        Assert.Equal(expected, WithExtensions(test.Classes.Plain, SchemaBatch.Current.Plain, test));
    });

    /// <summary>Returns the bytes, of a clone and of a merged message too, and the values of all extensions.</summary>
    private static string[] WithExtensions(GeneratedMessage type, GeneratedCode code, WireCase test)
    {
        var parser = type.Parser.WithExtensionRegistry([.. code.Extensions]);
        var (message, error) = Outcome.Of(() => parser.ParseFrom(test.Bytes));
        if (message == null)
            return [error!];
        var merged = type.Clone(message);
        if (Outcome.Of(() => parser.ParseFrom(test.Others)).Message is { } other)
            type.MergeFrom(merged, other);
        var extensions = SchemaBatch.ExtensionsOf(type.Descriptor).OrderBy(extension => extension.FieldNumber);
        return
        [
            Convert.ToHexString(message.ToByteArray()),
            Convert.ToHexString(type.ToByteArray(message)),
            Convert.ToHexString(type.ToByteArray(type.Clone(message))),
            Convert.ToHexString(merged.ToByteArray()),
            message.Equals(merged).ToString(),
            test.Classes.IsOfEdition ? "" : IsInitialized(message),
            .. Values(message, extensions),
        ];
    }

    /// <summary>Returns the result or the error. This version of Google.Protobuf treats the values of some maps as messages.</summary>
    private static string IsInitialized(IMessage message)
    {
        var answer = "";
        var error = Record.Exception(() => answer = message.IsInitialized().ToString());
        return error?.Message ?? answer;
    }

    private static string[] Values(IMessage message, IEnumerable<FieldDescriptor> fields) =>
        [.. fields.Select(field => Observed.Value(message, field))];

    /// <summary>Returns the bytes after some fields were cleared.</summary>
    private static byte[] Cleared(IMessage message, int which)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if ((field.FieldNumber + which) % 3 == 0)
                field.Accessor.Clear(message);
        }

        return message.ToByteArray();
    }

    private static void ForAll(Arbitrary<WireCase> cases, Action<WireCase> assert) =>
        Check.One(PropertySeed.Config.WithMaxTest(Cases), Prop.ForAll(cases, assert));
}
