using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Python;

/// <summary>
/// Writes the features of every element of descriptor.proto, because Python cannot resolve them before it has loaded the file.
/// </summary>
internal sealed class ResolvedFeaturesEmitter(CodeWriter writer, FileDescriptor file)
{
    private const string FeatureSetName = "FeatureSet";

    private readonly MessageDescriptor? _featureSet = file.Messages.FirstOrDefault(message => message.Name == FeatureSetName);

    public void Write()
    {
        writer.WriteLine("class _ResolvedFeatures:");
        writer.WriteLine("  def __init__(self, features = None, **kwargs):");
        writer.WriteLine("    if features:");
        writer.WriteLine("      for k, v in features.FIELDS.items():");
        writer.WriteLine("        setattr(self, k, getattr(features, k))");
        writer.WriteLine("    else:");
        writer.WriteLine("      for k, v in kwargs.items():");
        writer.WriteLine("        setattr(self, k, v)");
        WriteFeatures("DESCRIPTOR", file);
        foreach (var message in file.Messages)
        {
            WriteMessage(message);
        }

        foreach (var message in file.Messages)
        {
            WriteEnums(message);
        }

        WriteEnums(file.Enums);
    }

    private void WriteMessage(MessageDescriptor message)
    {
        var variable = PythonNames.Variable(message);
        WriteFeatures(variable, message);
        WriteParts(variable, "fields", message.Fields);
        WriteParts(variable, "oneofs", message.Oneofs);
        WriteParts(variable, "extensions", message.Extensions);
        foreach (var nested in message.Messages)
        {
            WriteMessage(nested);
        }
    }

    private void WriteEnums(MessageDescriptor message)
    {
        WriteEnums(message.Enums);
        foreach (var nested in message.Messages)
        {
            WriteEnums(nested);
        }
    }

    private void WriteEnums(IReadOnlyList<EnumDescriptor> types)
    {
        foreach (var type in types)
        {
            var variable = PythonNames.Variable(type);
            WriteFeatures(variable, type);
            WriteParts(variable, "values", type.Values);
        }
    }

    private void WriteParts(string variable, string list, IReadOnlyList<Descriptor> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            WriteFeatures($"{variable}.{list}[{i}]", parts[i]);
        }
    }

    private void WriteFeatures(string variable, Descriptor element) =>
        writer.WriteLine($"{variable}._features = _ResolvedFeatures({string.Join(',', Arguments(element.Features))})");

    /// <summary>Returns the features that are used at run time. Features of naming and visibility only affect the source.</summary>
    private IEnumerable<string> Arguments(FeatureSet features)
    {
        (int Number, int Value)[] values =
        [
            (DescriptorFields.FeatureSet.FieldPresence, (int)features.FieldPresence),
            (DescriptorFields.FeatureSet.EnumType, (int)features.EnumType),
            (DescriptorFields.FeatureSet.RepeatedFieldEncoding, (int)features.RepeatedFieldEncoding),
            (DescriptorFields.FeatureSet.Utf8Validation, (int)features.Utf8Validation),
            (DescriptorFields.FeatureSet.MessageEncoding, (int)features.MessageEncoding),
            (DescriptorFields.FeatureSet.JsonFormat, (int)features.JsonFormat),
        ];
        foreach ((var number, var value) in values)
        {
            if (_featureSet?.Fields.FirstOrDefault(field => field.Number == number) is { EnumType: { } type } field)
            {
                var name = type.Values.First(declared => declared.Number == value).Name;
                yield return $"{field.Name}={PythonNames.Variable(type)}.values_by_name[\"{name}\"].number";
            }
        }
    }
}
