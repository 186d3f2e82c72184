using static ProtoGen.Compiler.Diagnostics.DiagnosticKind;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>The diagnostics of the lexer and the parser: PG10xx for tokens, PG11xx and PG12xx for statements.</summary>
public static class SyntaxDiagnostics
{
    internal static readonly DiagnosticKind UnexpectedEndOfString = Error("PG1001", "Unexpected end of string.");
    internal static readonly DiagnosticKind MultilineString = Error("PG1002", "Multiline strings are not allowed. Did you miss a \"?.");
    internal static readonly DiagnosticKind HexEscapeDigits = Error("PG1003", "Expected hex digits for escape sequence.");
    internal static readonly DiagnosticKind ShortUnicodeEscape = Error("PG1004", "Expected four hex digits for \\u escape sequence.");
    internal static readonly DiagnosticKind LongUnicodeEscape = Error(
        "PG1005", "Expected eight hex digits up to 10ffff for \\U escape sequence");
    internal static readonly DiagnosticKind InvalidEscape = Error("PG1006", "Invalid escape sequence in string literal.");
    internal static readonly DiagnosticKind HexNumberDigits = Error("PG1007", "\"0x\" must be followed by hex digits.");
    internal static readonly DiagnosticKind OctalDigits = Error("PG1008", "Numbers starting with leading zero must be in octal.");
    internal static readonly DiagnosticKind ExponentDigits = Error("PG1009", "\"e\" must be followed by exponent.");
    internal static readonly DiagnosticKind SpaceAfterNumber = Error("PG1010", "Need space between number and identifier.");
    internal static readonly DiagnosticKind SecondDecimalPoint = Error(
        "PG1011", "Already saw decimal point or exponent; can't have another one.");
    internal static readonly DiagnosticKind HexOrOctalFraction = Error("PG1012", "Hex and octal numbers must be integers.");
    internal static readonly DiagnosticKind NonAscii = Error("PG1013", "Interpreting non ascii codepoint {0}.");
    internal static readonly DiagnosticKind NestedBlockComment = Error(
        "PG1014", "\"/*\" inside block comment.  Block comments cannot be nested.");
    internal static readonly DiagnosticKind EndOfFileInComment = Error("PG1015", "End-of-file inside block comment.");
    internal static readonly DiagnosticKind CommentStart = Error("PG1016", "  Comment started here.");
    internal static readonly DiagnosticKind ControlCharacters = Error("PG1017", "Invalid control characters encountered in text.");
    internal static readonly DiagnosticKind SpaceBeforeDecimalPoint = Error("PG1018", "Need space between identifier and decimal point.");
    internal static readonly DiagnosticKind ByteOrderMark = Error(
        "PG1019", "Proto file starts with 0xEF but not UTF-8 BOM. Only UTF-8 is accepted for proto file.");

    internal static readonly DiagnosticKind Expected = Error("PG1100", "Expected \"{0}\".");
    internal static readonly DiagnosticKind IntegerRange = Error("PG1101", "Integer out of range.");
    internal static readonly DiagnosticKind UnmatchedBrace = Error("PG1102", "Unmatched \"}\".");
    internal static readonly DiagnosticKind ExpectedSyntaxName = Error("PG1104", "Expected syntax identifier.");
    internal static readonly DiagnosticKind UnknownEdition = Error("PG1105", "Unknown edition \"{0}\".");
    internal static readonly DiagnosticKind UnknownSyntax = Error(
        "PG1106", "Unrecognized syntax identifier \"{0}\".  This parser only recognizes \"proto2\" and \"proto3\".");
    internal static readonly DiagnosticKind ExpectedTopLevelStatement = Error("PG1107", "Expected top-level statement (e.g. \"message\").");
    internal static readonly DiagnosticKind MisplacedVisibility = Error(
        "PG1108", "'local' and 'export' visibility modifiers are valid only on 'message' and 'enum'");
    internal static readonly DiagnosticKind SecondPackage = Error("PG1109", "Multiple package definitions.");
    internal static readonly DiagnosticKind ExpectedImportPath = Error("PG1110", "Expected a string naming the file to import.");
    internal static readonly DiagnosticKind OptionImportEdition = Error("PG1111", "option import is not supported before edition 2024.");
    internal static readonly DiagnosticKind OptionImportOrder = Error(
        "PG1112", "imports should precede any option imports to ensure proto files can roundtrip.");
    internal static readonly DiagnosticKind WeakImportEdition = Error(
        "PG1113", "weak import is not supported in edition 2024 and above. Consider using option import instead.");
    internal static readonly DiagnosticKind ExpectedIdentifier = Error("PG1114", "Expected identifier.");
    internal static readonly DiagnosticKind ExpectedInteger = Error("PG1115", "Expected integer.");

    internal static readonly DiagnosticKind NestingLimit = Error("PG1120", "Reached maximum recursion limit for nested messages.");
    internal static readonly DiagnosticKind ExpectedMessageName = Error("PG1121", "Expected message name.");
    internal static readonly DiagnosticKind EndInMessage = Error("PG1122", "Reached end of input in message definition (missing '}').");
    internal static readonly DiagnosticKind ExplicitMapEntry = Error(
        "PG1123", "map_entry should not be set explicitly. Use map<KeyType, ValueType> instead.");
    internal static readonly DiagnosticKind ExpectedLabel = Error("PG1124", "Expected \"required\", \"optional\", or \"repeated\".");
    internal static readonly DiagnosticKind ExpectedFieldName = Error("PG1125", "Expected field name.");
    internal static readonly DiagnosticKind MissingFieldNumber = Error("PG1126", "Missing field number.");
    internal static readonly DiagnosticKind ExpectedFieldNumber = Error("PG1127", "Expected field number.");
    internal static readonly DiagnosticKind GroupNameCase = Error("PG1128", "Group names must start with a capital letter.");
    internal static readonly DiagnosticKind MissingGroupBody = Error("PG1129", "Missing group body.");
    internal static readonly DiagnosticKind MapInOneof = Error("PG1130", "Map fields are not allowed in oneofs.");
    internal static readonly DiagnosticKind MapLabel = Error(
        "PG1131", "Field labels (required/optional/repeated) are not allowed on map fields.");
    internal static readonly DiagnosticKind MapExtension = Error("PG1132", "Map fields are not allowed to be extensions.");
    internal static readonly DiagnosticKind OptionalInEditions = Error(
        "PG1133",
        "Label \"optional\" is not supported in editions. By default, all singular fields have presence unless features.field_presence is set.");
    internal static readonly DiagnosticKind RequiredInEditions = Error(
        "PG1134", "Label \"required\" is not supported in editions, use features.field_presence = LEGACY_REQUIRED.");
    internal static readonly DiagnosticKind GroupInEditions = Error(
        "PG1135",
        "Group syntax is no longer supported in editions. To get group behavior you can specify features.message_encoding = DELIMITED on a message field.");
    internal static readonly DiagnosticKind ObsoleteType = Error(
        "PG1136", "Type '{0}' is obsolete in unstable editions, use '{1}' instead.");
    internal static readonly DiagnosticKind ExpectedMessageType = Error("PG1137", "Expected message type.");
    internal static readonly DiagnosticKind ExpectedTypeName = Error("PG1138", "Expected type name.");
    internal static readonly DiagnosticKind EndInExtend = Error("PG1139", "Reached end of input in extend definition (missing '}').");
    internal static readonly DiagnosticKind ExpectedOneofName = Error("PG1140", "Expected oneof name.");
    internal static readonly DiagnosticKind EndInOneof = Error("PG1141", "Reached end of input in oneof definition (missing '}').");
    internal static readonly DiagnosticKind LabelInOneof = Error(
        "PG1142", "Fields in oneofs must not have labels (required / optional / repeated).");

    internal static readonly DiagnosticKind SecondDefault = Error("PG1150", "Already set option \"default\".");
    internal static readonly DiagnosticKind ExpectedIntegerDefault = Error("PG1151", "Expected integer for field default value.");
    internal static readonly DiagnosticKind NegativeUnsignedDefault = Error("PG1152", "Unsigned field can't have negative default value.");
    internal static readonly DiagnosticKind ExpectedNumber = Error("PG1153", "Expected number.");
    internal static readonly DiagnosticKind ExpectedBool = Error("PG1154", "Expected \"true\" or \"false\".");
    internal static readonly DiagnosticKind ExpectedStringDefault = Error("PG1155", "Expected string for field default value.");
    internal static readonly DiagnosticKind ExpectedString = Error("PG1156", "Expected string.");
    internal static readonly DiagnosticKind MessageDefault = Error("PG1157", "Messages can't have default values.");
    internal static readonly DiagnosticKind SecondJsonName = Error("PG1158", "Already set option \"json_name\".");
    internal static readonly DiagnosticKind ExpectedJsonName = Error("PG1159", "Expected string for JSON name.");

    internal static readonly DiagnosticKind EndInAggregate = Error("PG1170", "Unexpected end of stream while parsing aggregate value.");
    internal static readonly DiagnosticKind EndInOptionValue = Error("PG1171", "Unexpected end of stream while parsing option value.");
    internal static readonly DiagnosticKind NegativeIdentifier = Error("PG1172", "Identifier after '-' symbol must be inf or nan.");
    internal static readonly DiagnosticKind NegativeString = Error("PG1173", "Invalid '-' symbol before string.");
    internal static readonly DiagnosticKind ExpectedOptionValue = Error("PG1174", "Expected option value.");

    internal static readonly DiagnosticKind ExpectedFieldRange = Error("PG1180", "Expected field number range.");
    internal static readonly DiagnosticKind FieldNumberBounds = Error("PG1181", "Field number out of bounds.");
    internal static readonly DiagnosticKind ReservedStringInEditions = Error(
        "PG1182", "Reserved names must be identifiers in editions, not string literals.");
    internal static readonly DiagnosticKind ReservedIdentifier = Error(
        "PG1183", "Reserved names must be string literals. (Only editions supports identifiers.)");
    internal static readonly DiagnosticKind ExpectedReservedFieldString = Error("PG1184", "Expected field name string literal.");
    internal static readonly DiagnosticKind ExpectedReservedFieldName = Error("PG1185", "Expected field name identifier.");
    internal static readonly DiagnosticKind ExpectedFieldNameOrRange = Error("PG1186", "Expected field name or number range.");
    internal static readonly DiagnosticKind ExpectedReservedValueString = Error("PG1187", "Expected enum value string literal.");
    internal static readonly DiagnosticKind ExpectedReservedValueName = Error("PG1188", "Expected enum value identifier.");
    internal static readonly DiagnosticKind ExpectedValueOrRange = Error("PG1189", "Expected enum value or number range.");
    internal static readonly DiagnosticKind ExpectedValueRange = Error("PG1190", "Expected enum number range.");
    internal static readonly DiagnosticKind ReservedNameNotIdentifier = Warning(
        "PG1191", "Reserved name \"{0}\" is not a valid identifier.");

    internal static readonly DiagnosticKind ExpectedEnumName = Error("PG1200", "Expected enum name.");
    internal static readonly DiagnosticKind EndInEnum = Error("PG1201", "Reached end of input in enum definition (missing '}').");
    internal static readonly DiagnosticKind ExpectedEnumValueName = Error("PG1202", "Expected enum constant name.");
    internal static readonly DiagnosticKind MissingEnumNumber = Error("PG1203", "Missing numeric value for enum constant.");
    internal static readonly DiagnosticKind AllowAliasFalse = Error(
        "PG1204", "\"{0}\" declares 'option allow_alias = false;' which has no effect. Please remove the declaration.");
    internal static readonly DiagnosticKind AllowAliasUnused = Error(
        "PG1205",
        "\"{0}\" declares support for enum aliases but no enum values share field numbers. Please remove the unnecessary 'option allow_alias = true;' declaration.");

    internal static readonly DiagnosticKind ExpectedServiceName = Error("PG1210", "Expected service name.");
    internal static readonly DiagnosticKind EndInService = Error("PG1211", "Reached end of input in service definition (missing '}').");
    internal static readonly DiagnosticKind ExpectedMethodName = Error("PG1212", "Expected method name.");
    internal static readonly DiagnosticKind EndInMethodOptions = Error("PG1213", "Reached end of input in method options (missing '}').");
}
