namespace System.Diagnostics.CodeAnalysis;

/// <summary>Declares the nullable attributes that netstandard2.0 lacks. The C# compiler finds them by their names.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
