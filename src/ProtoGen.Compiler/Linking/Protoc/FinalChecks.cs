using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Linking.Validation;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>Runs the checks that protoc runs on a linked and valid file.</summary>
internal static class FinalChecks
{
    internal static void Run(LinkContext context)
    {
        foreach (var unused in context.Imports.Unused)
            context.Reporter.ReportImport(LinkDiagnostics.UnusedImport, unused.Name, unused.Name);
        if (context.File.Edition >= Edition.Edition2023) new NamingStyleValidator(context).Visit(context.File);
        if (!context.HadErrors && context.File.Edition >= Edition.Edition2026) new ProtoLimitsValidator(context).Visit(context.File);
        if (!context.HadErrors && context.File.Edition >= Edition.Edition2024) new StrictVisibility(context).Check();
        if (!context.HadErrors) RunLate(context);
    }

    /// <summary>Runs the checks that protoc runs after the imports of all files are linked.</summary>
    private static void RunLate(LinkContext context)
    {
        DebugRedaction.Check(context);
        if (UsesGenericServices(context.File))
            context.Reporter.ReportLate(LinkStage.FieldNumbers, LinkDiagnostics.GenericServices, default);
        new LateChecks(context).Visit(context.File);
        if (context.File.Edition > Editions.Newest && !EditionExemptions.Contains(context.File.Name))
        {
            context.Reporter.ReportLate(
                LinkStage.Edition, LinkDiagnostics.EditionUnsupported, default, EditionNames.ShortOf(context.File.Edition));
        }
    }

    private static bool UsesGenericServices(FileDescriptor file) =>
        file.Options.GetBool(DescriptorFields.FileOptions.CcGenericServices)
        || file.Options.GetBool(DescriptorFields.FileOptions.JavaGenericServices)
        || file.Options.GetBool(DescriptorFields.FileOptions.PyGenericServices);

    private sealed class LateChecks(LinkContext context) : DescriptorVisitor
    {
        protected override void VisitField(FieldDescriptor field)
        {
            if (field.Number is >= FieldNumbers.FirstOfLibrary and <= FieldNumbers.LastOfLibrary)
                context.Reporter.ReportLate(LinkStage.FieldNumbers, LinkDiagnostics.LibraryFieldNumber, default);
            VisitElement(field);
        }

        protected override void VisitElement(Descriptor element)
        {
            if (element.Options.IsEmpty) return;
            FeatureSupport.ValidateLifetimes(context, element);
            OptionTargets.Validate(context, element);
        }
    }
}
