namespace ProtoGen.Runtime;

/// <summary>Makes NJsonSchema and NSwag describe a message without its base classes, as they describe protoc's classes.</summary>
/// <remarks>NJsonSchema finds the attribute by the name of its class.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class JsonSchemaIgnoreAttribute : Attribute;
