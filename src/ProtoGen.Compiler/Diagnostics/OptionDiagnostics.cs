using static ProtoGen.Compiler.Diagnostics.DiagnosticKind;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>The diagnostics of option interpretation: PG30xx for names, PG31xx for values, PG32xx for features and targets.</summary>
public static class OptionDiagnostics
{
    internal static readonly DiagnosticKind MissingName = Error("PG3001", "Option must have a name.");
    internal static readonly DiagnosticKind ReservedName = Error("PG3002", "Option must not use reserved name \"uninterpreted_option\".");
    internal static readonly DiagnosticKind BoundToUndefined = Error(
        "PG3003",
        "Option \"{0}\" is resolved to \"({1})\", which is not defined. The innermost scope is searched first in name resolution. Consider using a leading '.'(i.e., \"(.{2}\") to start from the outermost scope.");
    internal static readonly DiagnosticKind Unknown = Error(
        "PG3004",
        "Option \"{0}\" unknown. Ensure that your proto definition file imports the proto which defines the option (i.e. via import option after edition 2024).");
    internal static readonly DiagnosticKind NotOfMessage = Error(
        "PG3005", "Option field \"{0}\" is not a field or extension of message \"{1}\".");
    internal static readonly DiagnosticKind FeatureOfSameFile = Error(
        "PG3006", "Feature \"{0}\" can't be used in the same file it's defined in.");
    internal static readonly DiagnosticKind PathThroughScalar = Error("PG3007", "Option \"{0}\" is an atomic type, not a message.");
    internal static readonly DiagnosticKind PathThroughRepeated = Error(
        "PG3008", "Option field \"{0}\" is a repeated message. Repeated message options must be initialized using an aggregate value.");
    internal static readonly DiagnosticKind AlreadySet = Error("PG3009", "Option \"{0}\" was already set.");

    internal static readonly DiagnosticKind IntegerRange = Error("PG3101", "Value out of range, {0} to {1}, for {2} option \"{3}\".");
    internal static readonly DiagnosticKind IntegerExpected = Error(
        "PG3102", "Value must be integer, from {0} to {1}, for {2} option \"{3}\".");
    internal static readonly DiagnosticKind NumberExpected = Error("PG3103", "Value must be number for {0} option \"{1}\".");
    internal static readonly DiagnosticKind BooleanIdentifierExpected = Error(
        "PG3104", "Value must be identifier for boolean option \"{0}\".");
    internal static readonly DiagnosticKind BooleanExpected = Error(
        "PG3105", "Value must be \"true\" or \"false\" for boolean option \"{0}\".");
    internal static readonly DiagnosticKind EnumIdentifierExpected = Error(
        "PG3106", "Value must be identifier for enum-valued option \"{0}\".");
    internal static readonly DiagnosticKind EnumValueOfSibling = Error(
        "PG3107", "Enum type \"{0}\" has no value named \"{1}\" for option \"{2}\". This appears to be a value from a sibling type.");
    internal static readonly DiagnosticKind EnumValueUnknown = Error(
        "PG3108", "Enum type \"{0}\" has no value named \"{1}\" for option \"{2}\".");
    internal static readonly DiagnosticKind StringExpected = Error("PG3109", "Value must be quoted string for string option \"{0}\".");
    internal static readonly DiagnosticKind AggregateExpected = Error(
        "PG3110",
        "Option \"{0}\" is a message. To set the entire message, use syntax like \"{1} = {{ <proto text format> }}\". To set fields within it, use syntax like \"{1}.foo = value\".");
    internal static readonly DiagnosticKind AggregateMalformed = Error("PG3111", "Error while parsing option value for \"{0}\": {1}");

    internal static readonly DiagnosticKind Unreadable = Error(
        "PG3112", "Some options could not be correctly parsed using the proto descriptors compiled into this binary.");

    internal static readonly DiagnosticKind NotIntroduced = Error(
        "PG3201", "{0} wasn't introduced until edition {1} and can't be used in edition {2}");
    internal static readonly DiagnosticKind Removed = Error("PG3202", "{0} has been removed in edition {1}{2}");
    internal static readonly DiagnosticKind Deprecated = Warning("PG3203", "{0} has been deprecated in edition {1}: {2}");
    internal static readonly DiagnosticKind WrongTarget = Error("PG3204", "Option {0} cannot be set on an entity of type `{1}`.");
}
