using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Descriptors.Validation;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>What protoc looks at when a file is linked and valid.</summary>
internal static class FinalChecks
{
    internal static void Run(FileLinker linker)
    {
        foreach (var unused in linker.Imports.Unused)
            linker.Reporter.ReportImport(LinkDiagnostics.UnusedImport, unused.Name, unused.Name);
        if (linker.File.Edition >= Edition.Edition2023) new NamingStyleValidator(linker).Visit(linker.File);
        if (!linker.HadErrors && linker.File.Edition >= Edition.Edition2024) new StrictVisibility(linker).Check();
        if (!linker.HadErrors) RunLate(linker);
    }

    /// <summary>What comes when the imports of all files are linked too.</summary>
    private static void RunLate(FileLinker linker)
    {
        DebugRedaction.Check(linker);
        new LateChecks(linker).Visit(linker.File);
        if (linker.File.Edition > Edition.Edition2024 && !EditionExemptions.Contains(linker.File.Name))
            linker.Reporter.SetEdition(LinkDiagnostics.EditionUnsupported, EditionNames.ShortOf(linker.File.Edition));
    }

    private sealed class LateChecks(FileLinker linker) : DescriptorVisitor
    {
        protected override void VisitField(FieldDescriptor field)
        {
            if (field.Number is >= FieldNumbers.FirstOfLibrary and <= FieldNumbers.LastOfLibrary)
                linker.Reporter.AddFinal(LinkDiagnostics.LibraryFieldNumber);
            VisitElement(field);
        }

        protected override void VisitElement(Descriptor element)
        {
            if (element.Options.IsEmpty) return;
            FeatureSupport.ValidateLifetimes(linker, element);
            OptionTargets.Validate(linker, element);
        }
    }
}
