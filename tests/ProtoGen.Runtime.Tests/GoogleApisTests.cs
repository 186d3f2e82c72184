using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

public class GoogleApisTests
{
    private const int Rounds = 2;

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void AtLeastOneHundredFilesAreTested() =>
        Assert.True(GoogleApisMessages.Sources.Count >= 100, $"{GoogleApisMessages.Sources.Count} files");

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void SameBytesAreWrittenAgain() => ForEach((theirs, ours) => Assert.Equal(theirs.ToByteArray(), ours.ToByteArray()));

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void SameBytesGiveSameSize() => ForEach((theirs, ours) => Assert.Equal(theirs.CalculateSize(), ours.CalculateSize()));

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void SameBytesGiveSameJson() => ForEach((theirs, ours) => Assert.Equal(Json(theirs), Json(ours)));

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void SameBytesGiveSameText() => ForEach((theirs, ours) => Assert.Equal(Text(theirs), Text(ours)));

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void EqualityMatchesProtocAndEqualMessagesHaveSameHash()
    {
        foreach (var (theirs, ours) in Classes())
        {
            var bytes = Enumerable.Range(0, 2).Select(seed => new RandomWire(seed).Message(theirs.Descriptor)).ToArray();
            foreach (var (first, second) in new[] { (bytes[0], bytes[0]), (bytes[0], bytes[1]) })
            {
                var (a, b) = (ours.Parser.ParseFrom(first), ours.Parser.ParseFrom(second));
                Assert.Equal(theirs.Parser.ParseFrom(first).Equals(theirs.Parser.ParseFrom(second)), a.Equals(b));
                Assert.True(!a.Equals(b) || a.GetHashCode() == b.GetHashCode());
            }
        }
    }

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void CloneIsEqualAndIndependent()
    {
        foreach (var (theirs, ours) in Classes())
        {
            var message = ours.Parser.ParseFrom(new RandomWire(1).Message(theirs.Descriptor));
            var bytes = message.ToByteArray();
            var clone = ours.Clone(message);
            Assert.True(message.Equals(clone));
            clone.MergeFrom(new RandomWire(2).Message(theirs.Descriptor));
            Assert.Equal(bytes, message.ToByteArray());
        }
    }

    [OracleFact(Oracle.Protoc, Oracle.GoogleApis)]
    public void MergingGivesSameBytes()
    {
        foreach (var (theirs, ours) in Classes())
        {
            for (var seed = 0; seed < Rounds; seed++)
            {
                var first = new RandomWire(seed).Message(theirs.Descriptor);
                var second = new RandomWire(seed + 100).Message(theirs.Descriptor);
                Assert.Equal(Merged(theirs, first, second), Merged(ours, first, second));
            }
        }
    }

    private static byte[] Merged(GeneratedMessage type, byte[] first, byte[] second)
    {
        var message = type.Parser.ParseFrom(first);
        type.MergeFrom(message, type.Parser.ParseFrom(second));
        return message.ToByteArray();
    }

    private static void ForEach(Action<IMessage, IMessage> assert)
    {
        foreach (var (theirs, ours) in Classes())
        {
            for (var seed = 0; seed < Rounds; seed++)
            {
                var data = new RandomWire(seed).Message(theirs.Descriptor);
                assert(theirs.Parser.ParseFrom(data), ours.Parser.ParseFrom(data));
            }
        }
    }

    private static IEnumerable<(GeneratedMessage Theirs, GeneratedMessage Ours)> Classes() =>
        GoogleApisMessages.Theirs.Messages.Select(theirs => (theirs, GoogleApisMessages.Ours.Message(theirs.Name)));

    /// <summary>Returns the JSON, or the text of the error, because random timestamps and types may have no JSON form.</summary>
    private static string Json(IMessage message) => OrError(() => new JsonFormatter(JsonFormatter.Settings.Default).Format(message));

    private static string Text(IMessage message) => OrError(() => message.ToString()!);

    private static string OrError(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }
}
