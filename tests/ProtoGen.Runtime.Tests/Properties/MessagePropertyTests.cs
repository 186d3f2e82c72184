using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;
using Outcome = ProtoGen.Runtime.Tests.Generated.Outcome;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Checks random messages of random schemas. protoc's class is the oracle.</summary>
public class MessagePropertyTests
{
    private const int Cases = 400;

    [OracleFact(Oracle.Protoc)]
    public void BytesRoundTripOnEveryPath() => ForAll(WireCase.WellFormed, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs)
            return;
        var expected = theirs.ToByteArray();
        foreach (var type in test.Classes.BothOurs)
        {
            IMessage[] parsed = [type.Parse(test.Bytes), type.Parser.ParseFrom(test.Bytes), type.Parse(Segments.Of(test.Bytes, 7))];
            foreach (var message in parsed)
            {
                Observed.AssertBytes(expected, type.ToByteArray(message));
                Observed.AssertBytes(expected, MessageExtensions.ToByteArray(message));
                Assert.Equal(expected.Length, message.CalculateSize());
            }
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void UnknownFieldsAreKept() => ForAll(WireCase.Odd, AssertSameOutcome);

    [OracleFact(Oracle.Protoc)]
    public void DamagedBytesGiveProtocsMessageOrError() => ForAll(WireCase.Damaged, AssertSameOutcome);

    [OracleFact(Oracle.Protoc)]
    public void JsonAndTextMatchProtoc() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs)
            return;
        foreach (var type in test.Classes.BothOurs)
        {
            var ours = type.Parse(test.Bytes);
            Assert.Equal(Observed.Json(theirs), Observed.Json(ours));
            Assert.Equal(Observed.OrError(() => theirs.ToString()!), Observed.OrError(() => ours.ToString()!));
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void ParsedJsonMatchesProtoc() => ForAll(WireCase.WellFormed, test =>
    {
        if (test.Classes.IsOfEdition || Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } theirs)
            return;
        var json = Observed.Json(theirs);
        var expected = Outcome.Of(() => test.Classes.Theirs.Parser.ParseJson(json));
        foreach (var type in test.Classes.BothOurs)
        {
            var actual = Outcome.Of(() => type.Parser.ParseJson(json));
            Assert.Equal(expected.Error, actual.Error);
            if (expected.Message != null)
                Observed.AssertBytes(expected.Message.ToByteArray(), type.ToByteArray(actual.Message!));
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void EqualityMatchesProtocAndEqualMessagesHaveSameHash() => ForAll(WireCase.Odd, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is not { } first
            || Observed.Parsed(test.Classes.Theirs, test.Others) is not { } second)
        {
            return;
        }

        foreach (var type in test.Classes.BothOurs)
        {
            var (a, b, again) = (type.Parse(test.Bytes), type.Parse(test.Others), type.Parser.ParseFrom(test.Bytes));
            Assert.Equal(first.Equals(second), a.Equals(b));
            Assert.Equal(first.Equals(test.Classes.Theirs.Parser.ParseFrom(test.Bytes)), a.Equals(again));
            Assert.True(!a.Equals(again) || a.GetHashCode() == again.GetHashCode());
            Assert.True(!a.Equals(b) || a.GetHashCode() == b.GetHashCode());
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void CloneIsEqualAndIndependent() => ForAll(WireCase.WellFormed, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is null || Observed.Parsed(test.Classes.Theirs, test.Others) is null)
            return;
        foreach (var type in test.Classes.BothOurs)
        {
            var message = type.Parse(test.Bytes);
            var bytes = message.ToByteArray();
            var clone = type.Clone(message);
            Observed.AssertBytes(bytes, clone.ToByteArray());
            clone.MergeFrom(test.Others);
            Observed.AssertBytes(bytes, message.ToByteArray());
            var another = type.Clone(message);
            message.MergeFrom(test.Others);
            Observed.AssertBytes(bytes, another.ToByteArray());
        }
    });

    [OracleFact(Oracle.Protoc)]
    public void MergingMatchesProtoc() => ForAll(WireCase.WellFormed, test =>
    {
        if (Observed.Parsed(test.Classes.Theirs, test.Bytes) is null || Observed.Parsed(test.Classes.Theirs, test.Others) is null)
            return;
        var expected = Merged(test.Classes.Theirs, test);
        foreach (var type in test.Classes.BothOurs)
            Assert.Equal(expected, Merged(type, test));
    });

    /// <summary>Returns the results of merging messages, of merging bytes into a message, and of parsing concatenated bytes.</summary>
    private static (string, string, string) Merged(GeneratedMessage type, WireCase test)
    {
        var merged = type.Parser.ParseFrom(test.Bytes);
        type.MergeFrom(merged, type.Parser.ParseFrom(test.Others));
        var read = type.Parser.ParseFrom(test.Bytes);
        read.MergeFrom(test.Others);
        var joined = type.Parse([.. test.Bytes, .. test.Others]);
        return (Hex(merged), Hex(read), Hex(joined));

        static string Hex(IMessage message) => Convert.ToHexString(message.ToByteArray());
    }

    private static void AssertSameOutcome(WireCase test)
    {
        var theirs = test.Classes.Theirs;
        var expected = Outcome.Of(() => theirs.Parser.ParseFrom(test.Bytes));
        foreach (var type in test.Classes.BothOurs)
        {
            foreach (var actual in new[] { Outcome.Of(() => type.Parse(test.Bytes)), Outcome.Of(() => type.Parser.ParseFrom(test.Bytes)) })
            {
                Assert.Equal(expected.Error, actual.Error);
                if (expected.Message == null)
                    continue;
                // ProtoGen's messages keep the order of unknown fields, unlike protoc's. Parsing with protoc's class removes that
                // difference.
                Observed.AssertBytes(
                    theirs.Parser.ParseFrom(expected.Message.ToByteArray()).ToByteArray(),
                    theirs.Parser.ParseFrom(type.ToByteArray(actual.Message!)).ToByteArray());
            }
        }
    }

    private static void ForAll(Arbitrary<WireCase> cases, Action<WireCase> assert) =>
        Check.One(PropertySeed.Config.WithMaxTest(Cases), Prop.ForAll(cases, assert));
}
