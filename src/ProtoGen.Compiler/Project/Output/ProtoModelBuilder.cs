using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Project.Linking;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Output;

/// <summary>Builds the C# models of a file from the project's settings and references.</summary>
public sealed class ProtoModelBuilder
{
    // The emitter writes the syntax of C# 7. Files in protoc's shape can be rewritten for older versions.
    private const int LanguageOfEmitter = 700;

    private readonly LinkedProto _file;
    private readonly ItemSettings _settings;
    private readonly ProjectSettings _project;
    private readonly CompilationFacts _facts;
    private readonly List<ProjectDiagnostic> _diagnostics = [];

    private ProtoModelBuilder(LinkedProto file, ProjectSettings project, CompilationFacts facts)
    {
        _file = file;
        _settings = file.Named.Parsed.Settings;
        _project = project;
        _facts = facts;
    }

    private string Path => _file.Named.Parsed.DisplayPath;

    /// <summary>Builds the models. For a file with errors they contain only the parts that could be linked.</summary>
    public static ProtoModel Build(LinkedProto file, ProjectSettings project, CompilationFacts facts) =>
        new ProtoModelBuilder(file, project, facts).Build();

    private ProtoModel Build()
    {
        var parts = default(Parts);
        if (_file.Linked?.File is { } file && !(_file.HasErrors && (RepeatedNames.Exist(file) || DefinesImportedName())))
        {
            if (NamespaceValidator.FindInvalid(file) is { } invalid)
                _diagnostics.Add(ProjectDiagnostic.Create(ProjectDiagnosticKinds.InvalidNamespace, Path, invalid));
            parts = CrashGuard.Run(() => Build(file), default, "analyze the file", Path, out var failure);
            // The model builder expects linked descriptors and may fail on those of a file with errors.
            if (failure is not null && !_file.HasErrors) _diagnostics.Add(failure);
        }

        var resolved = _file.Named.Resolved;
        return new ProtoModel(
            resolved.HintName, Path, resolved.Name, parts.Declared, parts.Messages, parts.Services, parts.Clients, OmitsServices(),
            new(_diagnostics.ToArray()))
        {
            NeedsOldSyntax = HasOldSyntax,
        };
    }

    // The imported file keeps the type, as with protoc, whose error about this file is enough.
    private bool DefinesImportedName()
    {
        foreach (var diagnostic in _file.Linked!.Diagnostics)
        {
            if (diagnostic.Kind == LinkDiagnostics.AlreadyDefinedInFile)
                return true;
        }

        return false;
    }

    private Parts Build(FileDescriptor file)
    {
        var services = GetServicesOptions(file);
        var reuse = new TypeReuse(_facts, _project.AssemblyName);
        var reused = _project.ReuseReferencedTypes ? reuse.FindMessages(file) : null;
        if (reused is not null && services is not null && reuse.HasServices(reused, file, services)) services = null;

        // If the project does not compile a file's output, its own code may declare the types.
        var declared = reused is null && _settings.CompilesOutput ? DeclaredName.GetAll(file, _file.Named.File.Text, services) : default;
        var model = services is null || _project is { WritesFiles: true, Registration: false }
            ? null
            : ServicesModelBuilder.Build(file, services);
        var clients = _project.Registration ? RegisteredClient.Of(model) : default;
        // The build writes the code. The generator only needs the names, to report clashes, and the clients, to register them.
        return _project.WritesFiles
            ? new Parts(declared, null, null, clients)
            : new Parts(declared, reused is null ? CSharpModelBuilder.Build(file, GetOptions(file)) : null, model, clients);
    }

    private CSharpOptions GetOptions(FileDescriptor file) => new()
    {
        InternalAccess = _settings.InternalMessages,
        Serializable = _settings.Serializable,
        StripNonfunctional = _settings.StripNonfunctional,
        NullableAnnotations = IsAnnotated,
        HonorsNullableFeature = HonorsNullableFeature,
        HasRuntime = CanCallRuntime && _project.SpanPath,
        JsonConverter = _project.JsonConverter,
        GoogleProtobuf = _facts.GoogleProtobuf,
        PartialClasses = GetPartialClasses(file),
    };

    // Include only the parts of the file's own messages, so that a change in another class does not generate the file again.
    private EquatableArray<PartialClass> GetPartialClasses(FileDescriptor file)
    {
        if (_facts.PartialClasses.Count == 0) return default;
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(file.Messages, names);
        var own = _facts.PartialClasses.Where(part => names.Contains(part.TypeName)).ToArray();
        return own.Length == 0 ? default : new(own);
    }

    private static void AddNames(IEnumerable<MessageDescriptor> messages, HashSet<string> names)
    {
        foreach (var message in messages)
        {
            names.Add(CSharpNames.Unescape(CSharpNames.TypeName(message)));
            AddNames(message.Messages, names);
        }
    }

    private bool CanCallRuntime => _facts.HasRuntime && !_project.HidesRuntime && !HasOldSyntax;

    private bool HasOldSyntax => _facts.LanguageVersion < LanguageOfEmitter;

    // C# before version 8 has no syntax for nullable reference types.
    private bool HasNullableSyntax => _facts.LanguageVersion >= 800;

    private bool IsAnnotated => (_settings.Nullable ?? _project.Nullable) && HasNullableSyntax;

    private bool HonorsNullableFeature => _settings.Nullable is null && HasNullableSyntax;

    private ServicesOptions? GetServicesOptions(FileDescriptor file)
    {
        if (file.Services.Count == 0 || _settings.GrpcServices == GrpcServices.None || !CanHaveServices) return null;
        var options = new ServicesOptions
        {
            EmitClient = _settings.GrpcServices.HasFlag(GrpcServices.Client),
            EmitServer = _settings.GrpcServices.HasFlag(GrpcServices.Server),
            EmitClientInterface = _project.ClientInterfaces,
            InternalAccess = _settings.InternalServices,
            HasRuntime = CanCallRuntime,
            NullableAnnotations = IsAnnotated,
            HonorsNullableFeature = HonorsNullableFeature,
        };
        return options with { PartialClasses = GetPartialClasses(file, options) };
    }

    private EquatableArray<string> GetPartialClasses(FileDescriptor file, ServicesOptions options) => new(
    [
        .. _facts.PartialClasses
            .Where(part => file.Services.Any(service => ServicesModelBuilder.IsPartOf(service, part.TypeName, options)))
            .Select(part => part.TypeName)
            .Distinct(),
    ]);

    // If this project does not compile the output, another one does, and that one references gRPC.
    private bool CanHaveServices => _facts.HasGrpcCore || !_settings.CompilesOutput;

    private bool OmitsServices() =>
        !CanHaveServices && _settings.GrpcServices != GrpcServices.None && _file.Linked?.File is { Services.Count: > 0 };

    private readonly record struct Parts(
        EquatableArray<DeclaredName> Declared, FileModel? Messages, ServicesModel? Services, EquatableArray<RegisteredClient> Clients);
}
