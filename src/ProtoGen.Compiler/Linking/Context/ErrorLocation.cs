namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The part of an element that a diagnostic is about.</summary>
internal enum ErrorLocation
{
    /// <summary>The name, or the package statement of a file.</summary>
    Name,

    /// <summary>The number, or the range of numbers.</summary>
    Number,

    /// <summary>A field's type.</summary>
    Type,

    /// <summary>The extended message.</summary>
    Extendee,

    /// <summary>A field's default.</summary>
    DefaultValue,

    /// <summary>A method's request type.</summary>
    InputType,

    /// <summary>A method's response type.</summary>
    OutputType,

    /// <summary>An option's name.</summary>
    OptionName,

    /// <summary>An option's value.</summary>
    OptionValue,

    /// <summary>An import statement.</summary>
    Import,

    /// <summary>The syntax or edition statement.</summary>
    Editions,

    /// <summary>Anything else. protoc nearly always has no position for it.</summary>
    Other,
}
