using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Output;

/// <summary>Writes a google.protobuf.FeatureSetDefaults for the features in the compiled files (<c>--edition_defaults_out</c>).</summary>
internal static class EditionDefaultsWriter
{
    private const string FeatureSetName = "google.protobuf.FeatureSet";

    /// <summary>Writes the defaults.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="files">The input files and all files that they import.</param>
    public static void Write(CommandLineOptions options, IReadOnlyList<FileDescriptor> files)
    {
        var path = options.EditionDefaultsOut;
        if (files.SelectMany(file => file.Messages).FirstOrDefault(message => message.FullName == FeatureSetName) is not { } featureSet)
        {
            throw new ToolException(
                $"{path}: Could not find FeatureSet in descriptor pool.  Please make sure descriptor.proto is in your import path");
        }

        IEnumerable<FieldDescriptor> extensions = files.SelectMany(
            file => file.Extensions.Concat(file.Messages.SelectMany(NestedExtensions)))
            .Where(extension => extension.ContainingType == featureSet).OrderBy(extension => extension.Number);
        var defaults = new EditionDefaults(featureSet, extensions.ToList());
        var minimum = options.EditionDefaultsMinimum ?? Edition.Proto2;
        var maximum = options.EditionDefaultsMaximum ?? Editions.Newest;
        var writer = new WireWriter();
        if (defaults.TryWrite(writer, minimum, maximum) is { } error)
        {
            throw new ToolException($"{path}: {error}");
        }

        try
        {
            File.WriteAllBytes(path, writer.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {SystemErrorText.Describe(e, path)}");
        }
    }

    private static IEnumerable<FieldDescriptor> NestedExtensions(MessageDescriptor message) =>
        message.Extensions.Concat(message.Messages.SelectMany(NestedExtensions));
}
