using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Features;

/// <summary>
/// Resolves the features of each element of a file: those that its options set, and those that it inherits from its parent.
/// </summary>
internal sealed class FeatureResolver(LinkContext context)
{
    private readonly Dictionary<FeatureSet, FeatureSet> _interned = [];
    private readonly bool _isLegacy = context.File.Edition < Edition.Edition2023;

    internal void Resolve()
    {
        var file = context.File;
        file.Features = Merge(file, FeatureDefaults.Of(file.Edition), DescriptorFields.FileOptions.Features, ErrorLocation.Editions);
        foreach (var message in file.Messages) Resolve(message, file.Features);
        foreach (var type in file.Enums) Resolve(type, file.Features);
        foreach (var extension in file.Extensions) Resolve(extension, file.Features);
        foreach (var service in file.Services) Resolve(service, file.Features);
    }

    private void Resolve(MessageDescriptor message, FeatureSet parent)
    {
        var features = message.Features = Merge(message, parent, DescriptorFields.MessageOptions.Features);
        foreach (var type in message.Enums) Resolve(type, features);
        foreach (var oneof in message.Oneofs) oneof.Features = Merge(oneof, features, DescriptorFields.OneofOptions.Features);
        foreach (var field in message.Fields) Resolve(field, field.ContainingOneof?.Features ?? features);
        foreach (var nested in message.Messages) Resolve(nested, features);
        foreach (var extension in message.Extensions) Resolve(extension, features);
        foreach (var range in message.ExtensionRanges)
            range.Features = Merge(range, features, DescriptorFields.ExtensionRangeOptions.Features);
    }

    private void Resolve(EnumDescriptor type, FeatureSet parent)
    {
        type.Features = Merge(type, parent, DescriptorFields.EnumOptions.Features);
        foreach (var value in type.Values) value.Features = Merge(value, type.Features, DescriptorFields.EnumValueOptions.Features);
    }

    private void Resolve(ServiceDescriptor service, FeatureSet parent)
    {
        service.Features = Merge(service, parent, DescriptorFields.ServiceOptions.Features);
        foreach (var method in service.Methods) method.Features = Merge(method, service.Features, DescriptorFields.MethodOptions.Features);
    }

    private void Resolve(FieldDescriptor field, FeatureSet parent)
    {
        var features = Merge(field, parent, DescriptorFields.FieldOptions.Features);
        var inferred = _isLegacy ? Infer(field, features) : features;
        field.Features = ReferenceEquals(inferred, features) ? features : Intern(inferred);
    }

    private FeatureSet Merge(Descriptor element, FeatureSet parent, int optionNumber, ErrorLocation where = ErrorLocation.Name)
    {
        if (element.Options.IsEmpty || element.Options.GetMessage(optionNumber) is not { } written) return parent;
        if (_isLegacy) context.Report(LinkDiagnostics.FeaturesBeforeEditions, element, where);
        var basis = parent == FeatureSet.Unresolved ? FeatureDefaults.Of(context.File.Edition) : parent;
        var merged = FeatureOptions.Apply(basis, written);
        if (FeatureOptions.FindUnknown(merged) is not { } unknown) return Intern(merged);
        context.Report(LinkDiagnostics.FeatureUnknown, element, where, unknown.Field, unknown.Enum);
        return FeatureSet.Unresolved;
    }

    /// <summary>Infers features of a proto2 or proto3 field from its label, its type and the option packed.</summary>
    private FeatureSet Infer(FieldDescriptor field, FeatureSet features)
    {
        if (field.Node.Label == FieldLabel.Required) features = features with { FieldPresence = FieldPresence.LegacyRequired };
        if (field.Node.Type == FieldType.Group) features = features with { MessageEncoding = MessageEncoding.Delimited };
        if (field.Options.IsEmpty) return features;
        var packed = field.Options.TryGetBool(DescriptorFields.FieldOptions.Packed);
        if (packed == true) return features with { RepeatedFieldEncoding = RepeatedFieldEncoding.Packed };
        return packed == false && context.File.Edition == Edition.Proto3
            ? features with { RepeatedFieldEncoding = RepeatedFieldEncoding.Expanded }
            : features;
    }

    private FeatureSet Intern(FeatureSet features)
    {
        if (_interned.TryGetValue(features, out var known)) return known;
        _interned.Add(features, features);
        return features;
    }
}
