namespace ProtoGen.Compiler.Descriptors;

/// <summary>Objects by message and field number.</summary>
/// <remarks>A ReadyToRun image has no code for dictionaries whose key is a tuple.</remarks>
internal sealed class FieldTable<T>
    where T : class
{
    private readonly Dictionary<MessageDescriptor, Dictionary<int, T>> _messages = [];

    /// <summary>Returns the object of a field number; null if there is none.</summary>
    public T? Find(MessageDescriptor message, int number) =>
        _messages.TryGetValue(message, out var fields) && fields.TryGetValue(number, out var value) ? value : null;

    /// <summary>Sets the object of a field number.</summary>
    public void Set(MessageDescriptor message, int number, T value)
    {
        if (!_messages.TryGetValue(message, out var fields)) _messages.Add(message, fields = []);
        fields[number] = value;
    }

    /// <summary>Removes the object of a field number.</summary>
    public void Remove(MessageDescriptor message, int number)
    {
        if (!_messages.TryGetValue(message, out var fields)) return;
        fields.Remove(number);
        if (fields.Count == 0) _messages.Remove(message);
    }
}
