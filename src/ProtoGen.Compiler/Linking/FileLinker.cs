using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Features;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Linking.Protoc;
using ProtoGen.Compiler.Linking.Validation;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking;

/// <summary>Runs the phases of linking one file in protoc's order. Each later phase is for files without errors so far.</summary>
internal sealed class FileLinker(LinkContext context, bool isInput)
{
    private readonly ImportLinker _imports = new(context, isInput);
    private readonly FieldNumberHints _hints = new(context);
    private readonly SymbolDeclarations _symbols = new(context);

    /// <summary>What the file declares at top level.</summary>
    internal IReadOnlyList<Descriptor> TopLevel => _symbols.TopLevel;

    /// <summary>Links the file, whose imports are linked.</summary>
    internal void Run(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        context.File.PackageNode = context.Pool.Root;
        context.File.Members = new MemberTable(MemberCounter.Count(context.Source.File));
        if (_symbols.CheckPackageLength() && CheckEdition() && _symbols.CheckPackageDepth()) Build(imports, files);
        if (context.HadErrors) Salvage();
        else Interpret();
        if (!context.HadErrors) FileValidator.Validate(context);
        if (context.HadErrors) new MapConflicts(context).Detect();
        else FinalChecks.Run(context);
        context.File.HadErrors = context.HadErrors;
        if (context.HadErrors) PartialFile.Trim(context.File);
    }

    /// <summary>An edition that is known but not supported is an error beside which all else is looked at.</summary>
    private bool CheckEdition()
    {
        var edition = context.File.Edition;
        var node = context.Source.File;
        if (node.HasUnknownSyntax) context.Report(LinkDiagnostics.UnrecognizedSyntax, context.File, ErrorLocation.Other, node.Syntax);
        if (edition < Edition.Proto2)
            context.Report(LinkDiagnostics.EditionTooEarly, context.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
        else if (edition > Edition.Edition2024 && edition != Edition.Unstable)
            context.Report(LinkDiagnostics.EditionTooLate, context.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
        return true;
    }

    private void Build(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        var (file, node) = (context.File, context.Source.File);
        file.PackageNode = context.Pool.GetOrAddPackage(file.Package);
        _imports.Bind(imports, files);
        _symbols.DeclarePackage();
        _imports.Report(imports);
        var messages = new MessageBuilder(context, _symbols, _hints);
        file.Messages = messages.BuildAll(node.Messages, parent: null);
        file.Enums = new EnumBuilder(context, _symbols).BuildAll(node.Enums, parent: null);
        file.Services = new ServiceBuilder(context, _symbols).BuildAll(node.Services);
        file.Extensions = new FieldBuilder(context, _symbols, _hints).BuildAll(node.Extensions, parent: null, isExtension: true);
        context.QueueOptions(file, node.Options);
        new ReferenceResolver(context).Link();
        _hints.Report();
        _imports.ReportFailedOptionImports(imports);
    }

    private void Interpret()
    {
        var options = new OptionInterpreter(context);
        options.InterpretNonExtensions(context.OptionsToInterpret);
        new FeatureResolver(context).Resolve();
        FieldEncoding.Apply(context.File);
        options.InterpretExtensions(context.OptionsToInterpret);
    }

    /// <summary>
    /// Gives a rejected file options and features too, so that an editor can work with it. Not one that declares the options itself, as
    /// descriptor.proto does and copies of it: their types may be unknown.
    /// </summary>
    private void Salvage()
    {
        var wasMuted = context.Reporter.IsMuted;
        context.Reporter.IsMuted = true;
        if (context.File.Package != "google.protobuf") new OptionInterpreter(context).InterpretNonExtensions(context.OptionsToInterpret);
        new FeatureResolver(context).Resolve();
        FieldEncoding.Apply(context.File);
        context.Reporter.IsMuted = wasMuted;
    }
}
