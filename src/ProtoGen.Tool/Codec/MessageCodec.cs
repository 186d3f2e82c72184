using ProtoGen.Compiler.Descriptors;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;
using ProtoGen.Runtime.Text;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Codec;

/// <summary>Converts one message from standard input to standard output: binary, text format or JSON.</summary>
internal sealed class MessageCodec(CommandLineOptions options, ErrorStream errors)
{
    private readonly CodecDirective _directive = options.Codec!;

    /// <summary>Converts the message; false if it is not one of the type.</summary>
    public bool Run(IReadOnlyList<FileDescriptor> files, Stream input, Stream output)
    {
        var schemas = new CompilerSchemas(files);
        var schema = _directive.IsRaw ? new MessageSchema("EmptyMessage", []) : schemas.FindMessage(_directive.TypeName);
        if (schema is null)
        {
            errors.WriteLine("Type not defined: " + _directive.TypeName);
            return false;
        }

        using var content = new MemoryStream();
        input.CopyTo(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var result = new OutputBuffer(4096);
        var isGood = _directive.IsEncoding ? Encode(schema, bytes, schemas, ref result) : Decode(schema, bytes, schemas, ref result);
        if (isGood)
        {
            output.Write(result.Written);
            output.Flush();
        }

        result.Dispose();
        return isGood;
    }

    private bool Decode(MessageSchema schema, ReadOnlySpan<byte> bytes, CompilerSchemas schemas, ref OutputBuffer result)
    {
        if (!CheckInitialized(schema, bytes, schemas, out var isGood))
        {
            return false;
        }

        if (options.UsesJson)
        {
            var json = new JsonOutput(4096, "  ", 0);
            try
            {
                JsonEngine.Write(schema, bytes, JsonWriteOptions.Default, schemas, isOfMessage: false, ref json);
                result.Add(json.Written);
                result.Add((byte)'\n');
            }
            catch (InvalidOperationException e)
            {
                errors.WriteLine(e.Message);
                isGood = false;
            }

            json.Dispose();
        }
        else
        {
            // protoc writes the content of an Any as bytes.
            TextEngine.Write(schema, bytes, new TextWriteOptions { ExpandAny = false }, schemas, ref result);
        }

        return isGood;
    }

    private bool Encode(MessageSchema schema, ReadOnlySpan<byte> text, CompilerSchemas schemas, ref OutputBuffer result)
    {
        var wire = new OutputBuffer(4096);
        try
        {
            if (options.UsesJson)
            {
                JsonEngine.Read(text, schema, new JsonReadOptions(), schemas, ref wire);
            }
            else
            {
                TextEngine.Read(text, schema, new TextReadOptions { RecursionLimit = int.MaxValue }, schemas, ref wire);
            }
        }
        catch (TextFormatException e)
        {
            var place = options.ErrorFormat == ErrorFormat.Gcc ? $":{e.Line}:{e.Column}" : $"({e.Line}) : error in column={e.Column}";
            errors.WriteLine($"input{place}: {e.Description}");
            return Fail();
        }
        catch (IOException e)
        {
            errors.WriteLine("input: " + e.Message);
            return Fail();
        }

        if (!CheckInitialized(schema, wire.Written, schemas, out var isGood))
        {
            return false;
        }

        new CanonicalWire(schemas, options.DeterministicOutput).Write(schema, wire.Written, ref result);
        wire.Dispose();
        return isGood;
    }

    /// <summary>Checks that bytes are well formed, and warns about required fields that are missing.</summary>
    private bool CheckInitialized(MessageSchema schema, ReadOnlySpan<byte> bytes, CompilerSchemas schemas, out bool isGood)
    {
        var check = new MessageCheck(schemas);
        isGood = true;
        if (!check.IsWellFormed(schema, bytes))
        {
            return Fail();
        }

        if (check.MissingFields.Count > 0)
        {
            errors.WriteLine("warning:  Input message is missing required fields:  " + string.Join(", ", check.MissingFields));
            isGood = !options.FatalWarnings;
        }

        return true;
    }

    private bool Fail()
    {
        errors.WriteLine("Failed to parse input.");
        return false;
    }
}
