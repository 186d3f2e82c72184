using ProtoGen.Compiler.Descriptors.Features;
using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Descriptors.Symbols;
using ProtoGen.Compiler.Descriptors.Validation;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Runs the phases of linking one file in protoc's order. Each later phase is for files without errors so far.</summary>
internal sealed class FilePhases(FileLinker linker, bool isInput)
{
    private readonly ImportLinker _imports = new(linker, isInput);
    private readonly FieldNumberHints _hints = new(linker);
    private readonly SymbolDeclarations _symbols = new(linker);

    /// <summary>What the file declares at top level.</summary>
    internal IReadOnlyList<Descriptor> TopLevel => _symbols.TopLevel;

    /// <summary>Links the file, whose imports are linked.</summary>
    internal void Run(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        linker.File.PackageNode = linker.Pool.Root;
        linker.File.Members = new MemberTable(MemberCounter.Count(linker.Source.File));
        if (_symbols.CheckPackageLength() && CheckEdition() && _symbols.CheckPackageDepth()) Build(imports, files);
        if (linker.HadErrors) Salvage();
        else Interpret();
        if (!linker.HadErrors) FileValidator.Validate(linker);
        if (linker.HadErrors) new MapConflicts(linker).Detect();
        else FinalChecks.Run(linker);
        linker.File.HadErrors = linker.HadErrors;
        if (linker.HadErrors) PartialFile.Trim(linker.File);
    }

    /// <summary>An edition that is known but not supported is an error beside which all else is looked at.</summary>
    private bool CheckEdition()
    {
        var edition = linker.File.Edition;
        var node = linker.Source.File;
        if (node.HasUnknownSyntax) linker.Report(LinkDiagnostics.UnrecognizedSyntax, linker.File, ErrorLocation.Other, node.Syntax);
        if (edition < Edition.Proto2)
            linker.Report(LinkDiagnostics.EditionTooEarly, linker.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
        else if (edition > Edition.Edition2024 && edition != Edition.Unstable)
            linker.Report(LinkDiagnostics.EditionTooLate, linker.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
        return true;
    }

    private void Build(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        var (file, node) = (linker.File, linker.Source.File);
        file.PackageNode = linker.Pool.GetOrAddPackage(file.Package);
        _imports.Bind(imports, files);
        _symbols.DeclarePackage();
        _imports.Report(imports);
        var messages = new MessageBuilder(linker, _symbols, _hints);
        file.Messages = messages.BuildAll(node.Messages, parent: null);
        file.Enums = new EnumBuilder(linker, _symbols).BuildAll(node.Enums, parent: null);
        file.Services = new ServiceBuilder(linker, _symbols).BuildAll(node.Services);
        file.Extensions = new FieldBuilder(linker, _symbols, _hints).BuildAll(node.Extensions, parent: null, isExtension: true);
        linker.QueueOptions(file, node.Options);
        new CrossLinker(linker).Link();
        _hints.Report();
        _imports.ReportFailedOptionImports(imports);
    }

    private void Interpret()
    {
        var options = new OptionInterpreter(linker);
        options.InterpretNonExtensions(linker.OptionsToInterpret);
        new FeatureResolver(linker).Resolve();
        FieldEncoding.Apply(linker.File);
        options.InterpretExtensions(linker.OptionsToInterpret);
    }

    /// <summary>
    /// Gives a rejected file options and features too, so that an editor can work with it. Not one that declares the options itself, as
    /// descriptor.proto does and copies of it: their types may be unknown.
    /// </summary>
    private void Salvage()
    {
        var wasMuted = linker.Reporter.IsMuted;
        linker.Reporter.IsMuted = true;
        if (linker.File.Package != "google.protobuf") new OptionInterpreter(linker).InterpretNonExtensions(linker.OptionsToInterpret);
        new FeatureResolver(linker).Resolve();
        FieldEncoding.Apply(linker.File);
        linker.Reporter.IsMuted = wasMuted;
    }
}
