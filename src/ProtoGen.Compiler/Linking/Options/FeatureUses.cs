using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Collects the options of a message that are set outside their editions.</summary>
internal sealed class FeatureUses(FileDescriptor file, OptionBindings? bindings)
{
    /// <summary>Gets the options that the edition does not have.</summary>
    public List<(DiagnosticKind Kind, string[] Arguments)> Errors { get; } = [];

    /// <summary>Gets the options that the edition deprecates.</summary>
    public List<(DiagnosticKind Kind, string[] Arguments)> Warnings { get; } = [];

    /// <summary>Checks fields. The fields inside a message are checked before it.</summary>
    public void Check(List<SetField> fields)
    {
        foreach (var field in fields)
        {
            var descriptor = field.Descriptor;
            foreach (var message in field.Messages) Check(SetField.ListOf(message, descriptor.MessageType!, bindings));
            if (descriptor.EnumType is { } type) CheckValues(type, field.Numbers);
            Check(SupportWindow.Of(descriptor), descriptor.FullName);
        }
    }

    private void CheckValues(EnumDescriptor type, List<ulong> numbers)
    {
        foreach (var number in numbers)
        {
            var value = type.Values.FirstOrDefault(known => known.Number == (int)number);
            if (value is not null) Check(SupportWindow.Of(value), value.FullName);
        }
    }

    private void Check(SupportWindow? window, string name)
    {
        if (window is null) return;
        if (file.Edition < window.Introduced)
        {
            Add(Errors, OptionDiagnostics.NotIntroduced, name, EditionNames.ShortOf(window.Introduced), EditionNames.ShortOf(file.Edition));
        }

        if (window.Removed is { } removed && file.Edition >= removed)
        {
            Add(
                Errors, OptionDiagnostics.Removed, name, EditionNames.ShortOf(removed),
                window.RemovalError is { } reason ? $": {reason}" : "");
        }
        else if (window.Deprecated is { } deprecated && file.Edition >= deprecated)
        {
            Add(Warnings, OptionDiagnostics.Deprecated, name, EditionNames.ShortOf(deprecated), window.DeprecationWarning ?? "");
        }
    }

    private static void Add(List<(DiagnosticKind Kind, string[] Arguments)> list, DiagnosticKind kind, params string[] arguments) =>
        list.Add((kind, arguments));
}
