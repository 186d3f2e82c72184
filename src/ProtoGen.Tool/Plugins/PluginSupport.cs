using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Plugins;

/// <summary>Reports files that require a feature that a plugin does not support.</summary>
internal sealed class PluginSupport(string name, CodeGeneratorResponse response, bool allowsAnyEdition, ErrorStream errors)
{
    /// <summary>Returns false if the plugin does not support a file, and prints protoc's error for the first one.</summary>
    public bool Check(IReadOnlyList<FileDescriptor> files)
    {
        var isGood = CheckProto3Optional(files);
        return (allowsAnyEdition || CheckEditions(files)) && isGood;
    }

    private bool CheckProto3Optional(IReadOnlyList<FileDescriptor> files)
    {
        var isSupported = (response.SupportedFeatures & CodeGeneratorResponse.Proto3OptionalFeature) != 0;
        if (isSupported || files.FirstOrDefault(HasProto3Optional) is not { } file)
        {
            return true;
        }

        errors.WriteLine(
            $"{file.Name}: is a proto3 file that contains optional fields, but code generator {name} hasn't been updated to support "
            + "optional fields in proto3. Please ask the owner of this code generator to support proto3 optional.");
        return false;
    }

    private bool CheckEditions(IReadOnlyList<FileDescriptor> files)
    {
        foreach (var file in files)
        {
            var isExempt = file.Edition < Edition.Edition2023 || EditionExemptions.Contains(file.Name);
            if (!isExempt && FindEditionError(file.Name, file.Edition) is { } error)
            {
                errors.Write(error);
                return false;
            }
        }

        return true;
    }

    private string? FindEditionError(string file, Edition edition)
    {
        if ((response.SupportedFeatures & CodeGeneratorResponse.EditionsFeature) == 0)
        {
            return $"{file}: is an editions file, but code generator {name} hasn't been updated to support editions yet.  Please ask the owner "
                + "of this code generator to add support or switch back to proto2/proto3.\n\nSee https://protobuf.dev/editions/overview/ for "
                + "more information.";
        }

        var notSupported =
            $"{file}: is a file using edition {EditionNames.ShortOf(edition)}, which isn't supported by code generator {name}.  Please ";
        if ((int)edition < response.MinimumEdition)
        {
            return notSupported + $"upgrade your file to at least edition {EditionNames.ShortOf((Edition)response.MinimumEdition)}.";
        }

        return (int)edition <= response.MaximumEdition
            ? null
            : notSupported + "ask the owner of this code generator to add support or switch back to a maximum of edition "
                + $"{EditionNames.ShortOf((Edition)response.MaximumEdition)}.";
    }

    private static bool HasProto3Optional(FileDescriptor file) => file.Edition == Edition.Proto3 && file.Messages.Any(HasProto3Optional);

    private static bool HasProto3Optional(MessageDescriptor message) =>
        message.Oneofs.Any(oneof => oneof.IsSynthetic) || message.Messages.Any(HasProto3Optional);
}
