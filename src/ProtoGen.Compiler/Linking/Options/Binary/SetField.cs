using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>A field that is set in a message, with its numeric values or with readers of its messages.</summary>
internal sealed class SetField(FieldDescriptor descriptor)
{
    /// <summary>Gets the descriptor of the field.</summary>
    public FieldDescriptor Descriptor { get; } = descriptor;

    /// <summary>Gets the values of a numeric field.</summary>
    public List<ulong> Numbers { get; } = [];

    /// <summary>Gets the values of a message field.</summary>
    public ValueList<WireReader> Messages { get; } = new();

    /// <summary>Returns the known fields of a message, ordered by number.</summary>
    public static List<SetField> ListOf(WireReader reader, MessageDescriptor type, OptionBindings? bindings)
    {
        var fields = new List<SetField>();
        while (reader.ReadTag())
        {
            var descriptor = FieldNumberLookup.Find(type, reader.FieldNumber) ?? bindings?.FindExtension(type, reader.FieldNumber);
            if (descriptor is null || !FieldValues.Fits(descriptor, reader.WireType)) reader.Skip();
            else GetOrAdd(fields, descriptor).AddValues(ref reader);
        }

        fields.RemoveAll(field => field.HasOnlyUnknownValues);
        return fields;
    }

    private bool HasOnlyUnknownValues =>
        Descriptor.EnumType is not null && Numbers.TrueForAll(value => FieldValues.IsUnknownOfClosedEnum(Descriptor, value));

    private static SetField GetOrAdd(List<SetField> fields, FieldDescriptor descriptor)
    {
        if (fields.Count == 0 || fields[fields.Count - 1].Descriptor != descriptor) fields.Add(new SetField(descriptor));
        return fields[fields.Count - 1];
    }

    private void AddValues(ref WireReader reader)
    {
        var type = ScalarWriter.WireTypeOf(Descriptor.Type);
        if (Descriptor.MessageType is not null)
        {
            Messages.Add(reader.ReadNested());
        }
        else if (reader.WireType == type && type != WireType.LengthDelimited)
        {
            Numbers.Add(reader.ReadScalar(type));
        }
        else if (type != WireType.LengthDelimited)
        {
            var packed = reader.ReadMessage();
            while (packed.Remaining > 0 && !packed.Failed) Numbers.Add(packed.ReadScalar(type));
        }
        else
        {
            reader.Skip();
        }
    }
}
