using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>Reads the metadata of an item, with the names and values of Grpc.Tools.</summary>
internal sealed class ItemSettingsReader
{
    private const string IncludeImports = "--include_imports";
    private const string IncludeSourceInfo = "--include_source_info";
    private const string RetainOptions = "--retain_options";

    private readonly Func<string, string?> _getMetadata;
    private readonly string _projectFolder;
    private readonly List<SettingProblem> _problems = [];
    private bool _internalMessages;
    private bool _internalServices;
    private bool _serializable;
    private bool _strip;
    private GrpcServices _services;

    private ItemSettingsReader(Func<string, string?> getMetadata, string projectFolder)
    {
        _getMetadata = getMetadata;
        _projectFolder = projectFolder;
    }

    /// <summary>Reads the settings.</summary>
    public static ItemSettings Read(Func<string, string?> getMetadata, string projectFolder) =>
        new ItemSettingsReader(getMetadata, projectFolder).Read();

    private ItemSettings Read()
    {
        ReadServices(Get("GrpcServices"));
        ReadAccess(Get("Access"));
        ReadMessageOptions(Get("OutputOptions"), "OutputOptions");
        ReadServiceOptions(Get("GrpcOutputOptions"), "GrpcOutputOptions");
        var importFolders = Get("AdditionalImportDirs");
        var roots = PathList.Read(_projectFolder, Get("ProtoRoot"));
        var descriptorSet = ReadArguments(Get("AdditionalProtocArguments"), ref importFolders);

        return new ItemSettings
        {
            CompilesOutput = !Get("CompileOutputs").Equals("false", StringComparison.OrdinalIgnoreCase),
            IsImportOnly = Get("ProtoCompile").Equals("false", StringComparison.OrdinalIgnoreCase),
            Root = roots.Count == 1 ? roots[0] : null,
            HasSeveralRoots = roots.Count > 1,
            ImportFolders = roots.Count > 1
                ? new([.. PathList.Read(_projectFolder, importFolders), .. roots])
                : PathList.Read(_projectFolder, importFolders),
            GrpcServices = _services,
            InternalMessages = _internalMessages,
            InternalServices = _internalServices,
            Serializable = _serializable,
            StripNonfunctional = _strip,
            Nullable = ReadNullable(Get("Nullable")),
            DescriptorSet = descriptorSet,
            Problems = new(_problems.ToArray()),
        };
    }

    private string Get(string name) => _getMetadata(name)?.Trim() ?? "";

    // Grpc.Tools only knows Client, Server and None; any other value generates both sides.
    private void ReadServices(string value) => _services = value.ToLowerInvariant() switch
    {
        "client" => GrpcServices.Client,
        "server" => GrpcServices.Server,
        "none" => GrpcServices.None,
        _ => GrpcServices.Both,
    };

    // Grpc.Tools only knows Internal; any other value means Public.
    private void ReadAccess(string value)
    {
        if (value.Equals("internal", StringComparison.OrdinalIgnoreCase)) _internalMessages = _internalServices = true;
    }

    private bool? ReadNullable(string value)
    {
        switch (value.ToLowerInvariant())
        {
            case "": return null;
            case "true" or "enable": return true;
            case "false" or "disable": return false;
            default:
                AddInvalid("Nullable", value, "Use true or false.");
                return null;
        }
    }

    private void ReadMessageOptions(string value, string setting)
    {
        foreach (var option in Split(value, ';', ','))
        {
            switch (option)
            {
                case "internal_access": _internalMessages = true; break;
                case "serializable": _serializable = true; break;
                case "experimental_strip_nonfunctional_codegen": _strip = true; break;
                default: AddOptionProblem(setting, option, "file_extension=", "base_namespace="); break;
            }
        }
    }

    private void ReadServiceOptions(string value, string setting)
    {
        foreach (var option in Split(value, ';', ','))
        {
            switch (option)
            {
                case "internal_access": _internalServices = true; break;
                case "no_client": _services &= ~GrpcServices.Client; break;
                case "no_server": _services &= ~GrpcServices.Server; break;
                default: AddOptionProblem(setting, option, "file_suffix=", "base_namespace="); break;
            }
        }
    }

    private DescriptorSetSettings? ReadArguments(string value, ref string importFolders)
    {
        string? descriptorSet = null;
        var descriptorSetArguments = new List<string>();
        foreach (var argument in JoinValues(Split(value, ';')))
        {
            if (TryCut(argument, "--proto_path=", out var rest) || TryCut(argument, "-I", out rest))
            {
                importFolders += ";" + rest;
            }
            else if (TryCut(argument, "--csharp_opt=", out rest))
            {
                ReadMessageOptions(rest, "AdditionalProtocArguments");
            }
            else if (TryCut(argument, "--grpc_opt=", out rest))
            {
                ReadServiceOptions(rest, "AdditionalProtocArguments");
            }
            else if (TryCut(argument, "--descriptor_set_out=", out rest) || TryCut(argument, "-o", out rest))
            {
                // MSBuild leaves the '\' of a property such as IntermediateOutputPath inside a longer text.
                descriptorSet = ProtoPath.Combine(_projectFolder, rest);
                descriptorSetArguments.Add(argument);
            }
            else if (argument is IncludeImports or IncludeSourceInfo or RetainOptions)
            {
                descriptorSetArguments.Add(argument);
            }
            else if (argument is not ("--experimental_allow_proto3_optional" or "--experimental_editions"))
            {
                AddUnused("AdditionalProtocArguments", argument, "ProtoGen does not run protoc. Remove it.");
            }
        }

        return CreateDescriptorSet(descriptorSet, descriptorSetArguments);
    }

    private DescriptorSetSettings? CreateDescriptorSet(string? path, List<string> arguments)
    {
        var writesFiles = !Get("WritesFiles").Equals("false", StringComparison.OrdinalIgnoreCase);
        if (path is not null && writesFiles)
        {
            return new DescriptorSetSettings(
                path, arguments.Contains(IncludeImports), arguments.Contains(IncludeSourceInfo), arguments.Contains(RetainOptions));
        }

        foreach (var argument in arguments)
        {
            AddUnused(
                "AdditionalProtocArguments", argument,
                writesFiles
                    ? "It needs --descriptor_set_out. Remove it, or add that argument."
                    : "With ProtoGenOutput=Compiler, ProtoGen writes no files. Remove it, or set ProtoGenOutput to Files.");
        }

        return null;
    }

    // As on protoc's command line, a value can be a separate argument.
    private static IEnumerable<string> JoinValues(IEnumerable<string> arguments)
    {
        string? name = null;
        foreach (var argument in arguments)
        {
            if (name is null && argument is ("--proto_path" or "--csharp_opt" or "--grpc_opt" or "--descriptor_set_out"))
            {
                name = argument + "=";
            }
            else if (name is null && argument is ("-I" or "-o"))
            {
                name = argument;
            }
            else
            {
                yield return name + argument;
                name = null;
            }
        }
    }

    private void AddOptionProblem(string setting, string option, params string[] aboutFiles)
    {
        foreach (var prefix in aboutFiles)
        {
            if (!option.StartsWith(prefix, StringComparison.Ordinal)) continue;
            AddUnused(setting, option, "ProtoGen names the generated files itself. Remove it.");
            return;
        }

        AddInvalid(setting, option, "It is not an option of protoc's C# generators. Remove it.");
    }

    private void AddInvalid(string setting, string value, string advice) =>
        _problems.Add(new SettingProblem(ProjectDiagnosticKinds.InvalidSetting, setting, value, advice));

    private void AddUnused(string setting, string value, string advice) =>
        _problems.Add(new SettingProblem(ProjectDiagnosticKinds.SettingWithoutEffect, setting, value, advice));

    private static IEnumerable<string> Split(string value, params char[] separators)
    {
        foreach (var part in value.Split(separators))
        {
            if (part.Trim() is { Length: > 0 } trimmed)
                yield return trimmed;
        }
    }

    private static bool TryCut(string text, string prefix, out string rest)
    {
        rest = text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : "";
        return rest.Length > 0;
    }
}
