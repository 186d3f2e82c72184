using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.Reflection;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>A message of the batch, with bytes for it and others to merge or compare.</summary>
internal sealed record WireCase(MessageClasses Classes, byte[] Bytes, byte[] Others)
{
    private const int Fields = 60;

    /// <summary>Gets the source of bytes of fields that the message has.</summary>
    public static Arbitrary<WireCase> WellFormed { get; } = Cases((seed, type) => Wire(seed).Message(type));

    /// <summary>Gets the source of bytes of fields and of extensions.</summary>
    public static Arbitrary<WireCase> Extended { get; } = Cases((seed, type) => ExtendedWire(seed, isOdd: false).Message(type));

    /// <summary>Gets the source of well-formed bytes, which may contain extensions, unknown fields and long varints.</summary>
    public static Arbitrary<WireCase> Odd { get; } = Cases((seed, type) => ExtendedWire(seed, isOdd: true).Message(type));

    /// <summary>Gets the source of bytes of which some are changed, removed or added.</summary>
    public static Arbitrary<WireCase> Damaged { get; } = Cases((seed, type) =>
    {
        var wire = ExtendedWire(seed, isOdd: true);
        return wire.Damage(wire.Message(type));
    });

    public override string ToString() =>
        $"PROTOGEN_SEED={PropertySeed.Value} {Classes}: {Convert.ToHexString(Bytes)} and {Convert.ToHexString(Others)}";

    private static Arbitrary<WireCase> Cases(Func<int, MessageDescriptor, byte[]> make)
    {
        var cases =
            from type in Gen.Choose(0, int.MaxValue - 1)
            from first in Gen.Choose(0, int.MaxValue - 1)
            from second in Gen.Choose(0, int.MaxValue - 1)
            let classes = SchemaBatch.Current.Classes[type % SchemaBatch.Current.Classes.Count]
            select new WireCase(classes, make(first, classes.Theirs.Descriptor), make(second, classes.Theirs.Descriptor));
        return Arb.From(cases, Shrink);
    }

    private static RandomWire Wire(int seed) => new(seed) { Fields = Fields };

    private static RandomWire ExtendedWire(int seed, bool isOdd) =>
        new(seed) { Fields = Fields, IsOdd = isOdd, Extensions = SchemaBatch.Current.Extensions };

    private static IEnumerable<WireCase> Shrink(WireCase value) =>
        Shorter(value.Others).Select(bytes => value with { Others = bytes })
            .Concat(Shorter(value.Bytes).Select(bytes => value with { Bytes = bytes }));

    /// <summary>
    /// Returns the bytes without a half, a quarter, an eighth of them and so on. They are created lazily, because there are many.
    /// </summary>
    private static IEnumerable<byte[]> Shorter(byte[] bytes)
    {
        for (var length = (bytes.Length + 1) / 2; length > bytes.Length / 64; length /= 2)
        {
            for (var at = 0; at + length <= bytes.Length; at += length)
                yield return [.. bytes[..at], .. bytes[(at + length)..]];
        }
    }
}
