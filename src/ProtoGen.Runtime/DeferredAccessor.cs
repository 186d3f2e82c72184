#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime;

/// <summary>Stands for the accessor of a field until a program uses it.</summary>
/// <remarks>
/// Google.Protobuf creates the accessors of all fields together with the descriptor of their file. It does so by reflection, with a new
/// generic type for each pair of a message and a type of property, which takes most of the time of the first <c>.Descriptor</c>. Few
/// programs use the accessors.
/// </remarks>
internal sealed class DeferredAccessor : IFieldAccessor
{
    private static bool s_isUnavailable;
    private static bool s_isChecked;

    private DeferredAccessor(FieldDescriptor descriptor) => Descriptor = descriptor;

    /// <inheritdoc/>
    public FieldDescriptor Descriptor { get; }

    // The descriptor then returns the actual accessor. Two threads may both create one.
    private IFieldAccessor Actual
    {
        get
        {
            ref var accessor = ref Accessor(Descriptor);
            if (accessor == this)
                accessor = CreateAccessor(Descriptor);
            return accessor;
        }
    }

    /// <summary>Builds the descriptor of a file whose fields have deferred accessors.</summary>
    /// <returns>The descriptor; null if the private members of <see cref="FieldDescriptor"/> are not as expected.</returns>
    public static FileDescriptor? TryBuild(byte[] descriptor, FileDescriptor[] dependencies, GeneratedClrTypeInfo types)
    {
        if (s_isUnavailable)
            return null;
        // Google.Protobuf creates no accessor for a field without a property name.
        var names = new Queue<string[]>();
        TakeNames(types, names);
        var file = FileDescriptor.FromGeneratedCode(descriptor, dependencies, types);
        ReturnNames(types, names);
        try
        {
            SetAccessors(file.MessageTypes, types);
            s_isChecked = s_isChecked || CheckFirst(file.MessageTypes);
            return file;
        }
        catch (Exception error) when (error is MissingMemberException or NotSupportedException or BadImageFormatException)
        {
            s_isUnavailable = true;
            return null;
        }
    }

    /// <inheritdoc/>
    public void Clear(IMessage message) => Actual.Clear(message);

    /// <inheritdoc/>
    public object GetValue(IMessage message) => Actual.GetValue(message);

    /// <inheritdoc/>
    public bool HasValue(IMessage message) => Actual.HasValue(message);

    /// <inheritdoc/>
    public void SetValue(IMessage message, object value) => Actual.SetValue(message, value);

    private static void TakeNames(GeneratedClrTypeInfo container, Queue<string[]> names)
    {
        foreach (var type in container.NestedTypes)
        {
            // Entries of maps have no class.
            if (type is null)
                continue;
            names.Enqueue([.. type.PropertyNames]);
            Array.Clear(type.PropertyNames);
            TakeNames(type, names);
        }
    }

    private static void ReturnNames(GeneratedClrTypeInfo container, Queue<string[]> names)
    {
        foreach (var type in container.NestedTypes)
        {
            if (type is null)
                continue;
            names.Dequeue().CopyTo(type.PropertyNames, 0);
            ReturnNames(type, names);
        }
    }

    private static void SetAccessors(IList<MessageDescriptor> messages, GeneratedClrTypeInfo container)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (container.NestedTypes[i] is not { } type)
                continue;
            var fields = messages[i].Fields.InDeclarationOrder();
            for (var j = 0; j < fields.Count; j++)
            {
                PropertyName(fields[j]) = type.PropertyNames[j];
                Accessor(fields[j]) = new DeferredAccessor(fields[j]);
            }
            SetAccessors(messages[i].NestedTypes, type);
        }
    }

    // Creates one accessor, because a missing method must be detected before the program uses an accessor. Returns false without fields.
    private static bool CheckFirst(IList<MessageDescriptor> messages)
    {
        foreach (var message in messages)
        {
            foreach (var field in message.Fields.InDeclarationOrder())
                return CreateAccessor(field) != null;
        }
        return false;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "accessor")]
    private static extern ref IFieldAccessor Accessor(FieldDescriptor field);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PropertyName>k__BackingField")]
    private static extern ref string PropertyName(FieldDescriptor field);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "CreateAccessor")]
    private static extern IFieldAccessor CreateAccessor(FieldDescriptor field);
}
#endif
