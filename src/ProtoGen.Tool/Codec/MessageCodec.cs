using System.Text.Unicode;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Runtime.Json;
using ProtoGen.Runtime.Schema;
using ProtoGen.Runtime.Text;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Errors;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Codec;

/// <summary>Converts a message from standard input to standard output between binary, text format and JSON.</summary>
internal sealed class MessageCodec(CommandLineOptions options, CodecDirective directive, ErrorStream errors)
{
    /// <summary>Converts the message. Returns false if the input is not a message of the type.</summary>
    public bool Run(IReadOnlyList<FileDescriptor> files, Stream input, Stream output)
    {
        var schemas = new CompilerSchemas(files);
        var schema = directive.IsRaw ? new MessageSchema("EmptyMessage", []) : schemas.FindMessage(directive.TypeName);
        if (schema is null)
        {
            errors.WriteLine("Type not defined: " + directive.TypeName);
            return false;
        }

        using var content = new MemoryStream();
        input.CopyTo(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var result = new OutputBuffer(4096);
        var isGood = directive.IsEncoding ? Encode(schema, bytes, schemas, ref result) : Decode(schema, bytes, schemas, ref result);
        if (isGood)
        {
            output.Write(result.Written);
            output.Flush();
        }

        result.Dispose();
        return isGood;
    }

    private bool Decode(MessageSchema schema, ReadOnlySpan<byte> input, CompilerSchemas schemas, ref OutputBuffer result)
    {
        var message = new OutputBuffer(4096);
        if (!new MessageCheck(schemas).IsWellFormed(schema, input))
        {
            return Fail();
        }

        Canonicalize(schema, input, schemas, ref message);
        var isGood = true;
        var bytes = message.Written;
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

        message.Dispose();
        return isGood;
    }

    private bool Encode(MessageSchema schema, ReadOnlySpan<byte> text, CompilerSchemas schemas, ref OutputBuffer result)
    {
        var wire = new OutputBuffer(4096);
        try
        {
            if (options.UsesJson && !Utf8.IsValid(text))
            {
                errors.WriteLine("input: The JSON is not valid UTF-8.");
                return Fail();
            }

            if (options.UsesJson)
            {
                JsonEngine.Read(text, schema, new JsonReadOptions(), schemas, ref wire);
            }
            else
            {
                TextEngine.Read(text, schema, new TextReadOptions { RecursionLimit = int.MaxValue, Report = Print }, schemas, ref wire);
            }
        }
        catch (TextFormatException)
        {
            return Fail();
        }
        catch (IOException e)
        {
            errors.WriteLine("input: " + e.Message);
            return Fail();
        }

        Canonicalize(schema, wire.Written, schemas, ref result);
        wire.Dispose();
        return true;
    }

    /// <summary>Converts the bytes of a message to protoc's form and warns about missing required fields.</summary>
    private void Canonicalize(MessageSchema schema, ReadOnlySpan<byte> bytes, CompilerSchemas schemas, ref OutputBuffer message)
    {
        new CanonicalWire(schemas, options.DeterministicOutput).Write(schema, bytes, ref message);
        var missing = new MessageCheck(schemas).FindMissingFields(schema, message.Written);
        if (missing.Count > 0)
        {
            errors.WriteLine("warning:  Input message is missing required fields:  " + string.Join(", ", missing));
        }
    }

    private void Print(TextError error)
    {
        var position = ErrorPrinter.Position(options.ErrorFormat, error.Line, error.Column, error.IsWarning);
        errors.WriteLine($"input{position}: {(error.IsWarning ? "warning: " : "")}{error.Description}");
    }

    private bool Fail()
    {
        errors.WriteLine("Failed to parse input.");
        return false;
    }
}
