using System.Globalization;

namespace ProtoGen.Runtime.Tests.Messages.Properties;

/// <summary>What random schemas and values start from. <c>PROTOGEN_SEED</c> sets it: a number, or <c>random</c>.</summary>
internal static class PropertySeed
{
    private const int Default = 20260;

    public static int Value { get; } = Environment.GetEnvironmentVariable("PROTOGEN_SEED") switch
    {
        null or "" => Default,
        "random" => Random.Shared.Next(),
        var text => int.Parse(text, CultureInfo.InvariantCulture),
    };
}
