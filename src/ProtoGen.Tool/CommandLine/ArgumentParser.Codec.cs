using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.CommandLine;

internal sealed partial class ArgumentParser
{
    private bool InterpretCodec(string name, string value)
    {
        switch (name)
        {
            case "--encode" or "--decode" or "--decode_raw":
                SetCodec(name, value);
                return true;
            case "--deterministic_output":
                _options.DeterministicOutput = true;
                return true;
            case "--json":
                _options.UsesJson = true;
                return true;
            default:
                return false;
        }
    }

    private void SetCodec(string name, string value)
    {
        if (_options.Mode != ToolMode.Compile)
        {
            throw new ToolException("Only one of --encode and --decode can be specified.");
        }

        if (_options.Outputs.Count > 0 || _options.DescriptorSetOut.Length > 0)
        {
            throw new ToolException($"Cannot use {name} and generate code or descriptors at the same time.");
        }

        if (value.Length == 0 && name != "--decode_raw")
        {
            throw new ToolException(
                $"Type name for {name} cannot be blank." + (name == "--decode" ? "\nTo decode an unknown message, use --decode_raw." : ""));
        }

        if (value.Length > 0 && name == "--decode_raw")
        {
            throw new ToolException("--decode_raw does not take a parameter.");
        }

        _options.Mode = ToolMode.Convert;
        _options.Codec = new CodecDirective(name == "--encode", value);
    }

    private void CheckJson()
    {
        if (_options is { UsesJson: true, Codec: null or { IsRaw: true } })
        {
            throw new ToolException("Can only use --json with --encode or --decode.");
        }
    }
}
