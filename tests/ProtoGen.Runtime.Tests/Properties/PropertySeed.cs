using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>The seed of random schemas and values. <c>PROTOGEN_SEED</c> sets it: a number, or <c>random</c>.</summary>
internal static class PropertySeed
{
    private const int Default = 20260;

    public static int Value { get; } = Environment.GetEnvironmentVariable("PROTOGEN_SEED") switch
    {
        null or "" => Default,
        "random" => Random.Shared.Next(),
        var text => int.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>Gets the configuration with which FsCheck creates the cases from the seed and throws if a property does not hold.</summary>
    public static Config Config { get; } = FsCheck.Config.QuickThrowOnFailure
        .WithReplay(new Replay(new Rnd((ulong)Value), FSharpOption<int>.None));
}
