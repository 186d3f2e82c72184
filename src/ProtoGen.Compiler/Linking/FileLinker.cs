using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Features;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Linking.Protoc;
using ProtoGen.Compiler.Linking.Validation;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Symbols;

namespace ProtoGen.Compiler.Linking;

/// <summary>Links one file whose imports are linked.</summary>
/// <remarks>The steps and their order are protoc's, since they decide which errors are reported, and in which order.</remarks>
internal sealed class FileLinker(LinkContext context, LinkRequest request, bool isInput)
{
    private readonly ImportLinker _imports = new(context, isInput);
    private readonly FieldNumberHints _hints = new(context);
    private readonly SymbolDeclarations _symbols = new(context);

    /// <summary>Links a file. Warnings are reported only for an input, not for a file that is only imported.</summary>
    internal static LoadedFile Link(SymbolPool pool, Lazy<BuiltInOptions> builtIn, LinkRequest request, bool isInput)
    {
        var context = new LinkContext(pool, request.Source, builtIn);
        var reporter = context.Reporter;
        reporter.IsMuted = request.Source.HasErrors;
        foreach (var early in request.Early) reporter.Add(early);
        var linker = new FileLinker(context, request, isInput);
        linker.Link();
        var result = new LinkedFile(request.Source, context.File, reporter.All(), context.HadErrors || reporter.HadLateErrors);
        return new LoadedFile(request.Source, result, request.Files, reporter, linker._symbols.TopLevel, context.Unresolved)
        {
            IsInCycle = request.IsInCycle,
        };
    }

    private void Link()
    {
        context.FileSymbols.Members = new MemberTable(MemberCounter.Count(context.Source.File));

        // Package and edition. protoc rejects a file at once if its package name is too long or too deep, but continues with a wrong
        // edition.
        var isAccepted = CheckHeading();
        if (isAccepted)
        {
            // Imports come first, because they determine what the names in the file can refer to.
            context.FileSymbols.Package = context.Pool.GetOrAddPackage(context.File.Package);
            _imports.Bind(request.Imports, request.Files);
            _symbols.DeclarePackage();
            _imports.Report(request.Imports);

            // Creates a descriptor for each element and declares its name.
            BuildElements();

            // Resolves the names that elements use: types of fields and methods, extendees, enum defaults.
            new ReferenceResolver(context).Resolve();

            // protoc reports these after all of the above.
            _hints.Report();
            _imports.ReportFailedOptionImports(request.Imports);
        }

        if (!context.HadErrors) InterpretOptions();
        else InterpretRejectedOptions();

        // Each later step runs only if the file has no errors so far.
        if (!context.HadErrors) FileValidator.Validate(context);
        if (!context.HadErrors) FinalChecks.Run(context);
        else new MapConflicts(context).Detect();

        context.FileSymbols.HadErrors = context.HadErrors;
        if (context.HadErrors) PartialFile.Trim(context.File);
    }

    private bool CheckHeading()
    {
        if (!_symbols.CheckPackageLength()) return false;
        CheckEdition();
        return _symbols.CheckPackageDepth();
    }

    private void CheckEdition()
    {
        var edition = context.File.Edition;
        var node = context.Source.File;
        if (node.HasUnknownSyntax) context.Report(LinkDiagnostics.UnrecognizedSyntax, context.File, ErrorLocation.Other, node.Syntax);
        if (edition < Edition.Proto2)
            context.Report(LinkDiagnostics.EditionTooEarly, context.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
        else if (edition > Editions.Newest && edition != Edition.Unstable)
            context.Report(LinkDiagnostics.EditionTooLate, context.File, ErrorLocation.Editions, EditionNames.ShortOf(edition));
    }

    private void BuildElements()
    {
        var (file, node) = (context.File, context.Source.File);
        file.Messages = new MessageBuilder(context, _symbols, _hints).BuildAll(node.Messages, parent: null);
        file.Enums = new EnumBuilder(context, _symbols).BuildAll(node.Enums, parent: null);
        file.Services = new ServiceBuilder(context, _symbols).BuildAll(node.Services);
        file.Extensions = new FieldBuilder(context, _symbols, _hints).BuildAll(node.Extensions, parent: null, isExtension: true);
        context.QueueOptions(file, node.Options);
    }

    /// <summary>Interprets options and resolves features, which are options themselves.</summary>
    /// <remarks>
    /// Features must be resolved before custom options are interpreted: they decide how the fields of custom options are encoded.
    /// </remarks>
    private void InterpretOptions()
    {
        var options = new OptionInterpreter(context);
        options.InterpretNonExtensions(context.OptionsToInterpret);
        new FeatureResolver(context).Resolve();
        FieldEncoding.Apply(context.File);
        options.InterpretExtensions(context.OptionsToInterpret);
    }

    /// <summary>Interprets the options and features of a rejected file, so that an editor can use them.</summary>
    /// <remarks>
    /// A file in the package google.protobuf is skipped: it declares the options itself, and their types may be unresolved.
    /// </remarks>
    private void InterpretRejectedOptions()
    {
        var wasMuted = context.Reporter.IsMuted;
        context.Reporter.IsMuted = true;
        if (context.File.Package != "google.protobuf") new OptionInterpreter(context).InterpretNonExtensions(context.OptionsToInterpret);
        new FeatureResolver(context).Resolve();
        FieldEncoding.Apply(context.File);
        context.Reporter.IsMuted = wasMuted;
    }
}
