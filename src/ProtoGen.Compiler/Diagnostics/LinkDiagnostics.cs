using static ProtoGen.Compiler.Diagnostics.DiagnosticKind;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>
/// The diagnostics of the linker: PG20xx imports and names, PG21xx messages, fields and enums, PG22xx references, PG23xx features and
/// editions, PG24xx validation, PG25xx style and visibility.
/// </summary>
public static class LinkDiagnostics
{
    internal static readonly DiagnosticKind FileNotFound = Error("PG2001", "File not found.");
    internal static readonly DiagnosticKind ImportNotCanonical = Error(
        "PG2002", "Backslashes, consecutive slashes, \".\", or \"..\" are not allowed in the virtual path");
    internal static readonly DiagnosticKind ImportFailed = Error("PG2003", "Import \"{0}\" was not found or had errors.");
    internal static readonly DiagnosticKind ImportListedTwice = Error("PG2004", "Import \"{0}\" was listed twice.");
    internal static readonly DiagnosticKind RecursiveImport = Error("PG2005", "File recursively imports itself: {0}");
    internal static readonly DiagnosticKind UnusedImport = Warning("PG2006", "Import {0} is unused.");
    internal static readonly DiagnosticKind PackageNameTooLong = Error("PG2007", "Package name is too long");
    internal static readonly DiagnosticKind PackageTooDeep = Error("PG2008", "Exceeds Maximum Package Depth");
    internal static readonly DiagnosticKind PackageIsNoPackage = Error(
        "PG2009", "\"{0}\" is already defined (as something other than a package) in file \"{1}\".");
    internal static readonly DiagnosticKind AlreadyDefined = Error("PG2010", "\"{0}\" is already defined.");
    internal static readonly DiagnosticKind AlreadyDefinedIn = Error("PG2011", "\"{0}\" is already defined in \"{1}\".");
    internal static readonly DiagnosticKind AlreadyDefinedInFile = Error("PG2012", "\"{0}\" is already defined in file \"{1}\".");
    internal static readonly DiagnosticKind EnumValueScope = Error(
        "PG2013",
        "Note that enum values use C++ scoping rules, meaning that enum values are siblings of their type, not children of it.  Therefore, \"{0}\" must be unique within {1}, not just within \"{2}\".");
    internal static readonly DiagnosticKind NameTooLong = Error("PG2014", "Name too long.");
    internal static readonly DiagnosticKind MapEntryConflict = Error(
        "PG2015", "Expanded map entry type {0} conflicts with an existing {1}.");
    internal static readonly DiagnosticKind MissingName = Error("PG2017", "Missing name.");
    internal static readonly DiagnosticKind InvalidName = Error("PG2018", "\"{0}\" is not a valid identifier.");
    internal static readonly DiagnosticKind NullInName = Error("PG2019", "\"{0}\" contains null character.");
    internal static readonly DiagnosticKind PublicImportIndex = Error("PG2020", "Invalid public dependency index.");
    internal static readonly DiagnosticKind WeakImportIndex = Error("PG2021", "Invalid weak dependency index.");
    internal static readonly DiagnosticKind UnrecognizedSyntax = Error("PG2022", "Unrecognized syntax: {0}");
    internal static readonly DiagnosticKind OptionImportTooEarly = Error("PG2023", "option imports are not supported before edition 2024.");
    internal static readonly DiagnosticKind WeakImportTooLate = Error(
        "PG2024", "weak imports are not allowed under edition 2024 and beyond.");
    internal static readonly DiagnosticKind TooManyNestedMessages = Error("PG2016", "Reached maximum recursion limit for nested messages.");

    internal static readonly DiagnosticKind ReservedRangeOverlap = Error(
        "PG2101", "Reserved range {0} to {1} overlaps with already-defined range {2} to {3}.");
    internal static readonly DiagnosticKind FieldNameReservedTwice = Error("PG2102", "Field name \"{0}\" is reserved multiple times.");
    internal static readonly DiagnosticKind TooManyFields = Error("PG2103", "{0} fields in {1} exceeds the limit of {2}");
    internal static readonly DiagnosticKind ExtensionRangeHasField = Error(
        "PG2104", "Extension range {0} to {1} includes field \"{2}\" ({3}).");
    internal static readonly DiagnosticKind FieldNumberReserved = Error("PG2105", "Field \"{0}\" uses reserved number {1}.");
    internal static readonly DiagnosticKind FieldNameReserved = Error("PG2106", "Field name \"{0}\" is reserved.");
    internal static readonly DiagnosticKind ExtensionRangeReserved = Error(
        "PG2107", "Extension range {0} to {1} overlaps with reserved range {2} to {3}.");
    internal static readonly DiagnosticKind ExtensionRangeOverlap = Error(
        "PG2108", "Extension range {0} to {1} overlaps with already-defined range {2} to {3}.");
    internal static readonly DiagnosticKind ExtensionRequired = Error("PG2109", "The extension {0} cannot be required.");
    internal static readonly DiagnosticKind RepeatedDefault = Error("PG2110", "Repeated fields can't have default values.");
    internal static readonly DiagnosticKind FieldNumberNotPositive = Error("PG2111", "Field numbers must be positive integers.");
    internal static readonly DiagnosticKind FieldNumberTooBig = Error("PG2112", "Field numbers cannot be greater than {0}.");
    internal static readonly DiagnosticKind ExtensionNumberNotPositive = Error("PG2113", "Extension numbers must be positive integers.");
    internal static readonly DiagnosticKind ExtensionRangeEmpty = Error(
        "PG2114", "Extension range end number must be greater than start number.");
    internal static readonly DiagnosticKind ReservedNumberNotPositive = Error("PG2115", "Reserved numbers must be positive integers.");
    internal static readonly DiagnosticKind ReservedRangeEmpty = Error(
        "PG2116", "Reserved range end number must be greater than start number.");
    internal static readonly DiagnosticKind ReservedNameTooLong = Error("PG2117", "Reserved name too long.");
    internal static readonly DiagnosticKind EmptyEnum = Error("PG2118", "Enums must contain at least one value.");
    internal static readonly DiagnosticKind EnumNameReservedTwice = Error("PG2119", "Enum value \"{0}\" is reserved multiple times.");
    internal static readonly DiagnosticKind EnumNumberReserved = Error("PG2120", "Enum value \"{0}\" uses reserved number {1}.");
    internal static readonly DiagnosticKind EnumNameReserved = Error("PG2121", "Enum value \"{0}\" is reserved.");
    internal static readonly DiagnosticKind OneofNotConsecutive = Error(
        "PG2122",
        "Fields in the same oneof must be defined consecutively. \"{0}\" cannot be defined before the completion of the \"{1}\" oneof definition.");
    internal static readonly DiagnosticKind EmptyOneof = Error("PG2123", "Oneof must have at least one field.");
    internal static readonly DiagnosticKind FieldNumberUsed = Error(
        "PG2124", "Field number {0} has already been used in \"{1}\" by field \"{2}\". {3}.");
    internal static readonly DiagnosticKind ExtensionNumberUsed = Error(
        "PG2125", "Extension number {0} has already been used in \"{1}\" by extension \"{2}\".");
    internal static readonly DiagnosticKind ExtensionNumberUsedElsewhere = Warning(
        "PG2126", "Extension number {0} has already been used in \"{1}\" by extension \"{2}\" defined in {3}.");
    internal static readonly DiagnosticKind SuggestedFieldNumbers = Error("PG2127", "Suggested field numbers for {0}: {1}");
    internal static readonly DiagnosticKind LibraryFieldNumber = Error(
        "PG2128", "Field numbers 19000 through 19999 are reserved for the protocol buffer library implementation.");

    internal static readonly DiagnosticKind OptionWithoutName = Error("PG2130", "Uninterpreted option is missing name or value.");
    internal static readonly DiagnosticKind OptionalWithoutOneof = Error(
        "PG2131", "Fields with proto3_optional set must be a member of a one-field oneof");
    internal static readonly DiagnosticKind ExtendeeMissing = Error("PG2132", "FieldDescriptorProto.extendee not set for extension field.");
    internal static readonly DiagnosticKind ExtendeeOfField = Error("PG2133", "FieldDescriptorProto.extendee set for non-extension field.");
    internal static readonly DiagnosticKind OneofIndexOfExtension = Error(
        "PG2134", "FieldDescriptorProto.oneof_index should not be set for extensions.");
    internal static readonly DiagnosticKind OneofIndexOutOfRange = Error(
        "PG2135", "FieldDescriptorProto.oneof_index {0} is out of range for type \"{1}\".");
    internal static readonly DiagnosticKind OneofLabel = Error("PG2136", "Fields of oneofs must themselves have label LABEL_OPTIONAL.");
    internal static readonly DiagnosticKind SyntheticOneofOrder = Error("PG2137", "Synthetic oneofs must be after all other oneofs");
    internal static readonly DiagnosticKind OptionalOutsideProto3 = Error(
        "PG2138", "The [proto3_optional=true] option may only be set on proto3fields, not {0}");
    internal static readonly DiagnosticKind DefaultNotNumber = Error("PG2139", "Couldn't parse default value \"{0}\".");
    internal static readonly DiagnosticKind DefaultNotBool = Error("PG2140", "Boolean default must be true or false.");
    internal static readonly DiagnosticKind DefaultEscape = Error("PG2141", "Invalid escaping in default value.");
    internal static readonly DiagnosticKind PrimitiveTypeName = Error("PG2142", "Field with primitive type has type_name.");
    internal static readonly DiagnosticKind DebugRedactMarker = Error(
        "PG2129",
        "Option dependency {0} contains a custom option {1} marked debug_redact, which is used to mark fields that need to be redacted in debug string APIs. Switch to a regular import or remove the debug_redact annotation to avoid potentially leaking sensitive data.");

    internal static readonly DiagnosticKind NotDefined = Error("PG2201", "\"{0}\" is not defined.");
    internal static readonly DiagnosticKind NotImported = Error(
        "PG2202",
        "\"{0}\" seems to be defined in \"{1}\", which is not imported by \"{2}\".  To use it here, please add the necessary import.");
    internal static readonly DiagnosticKind ResolvedElsewhere = Error(
        "PG2203",
        "\"{0}\" is resolved to \"{1}\", which is not defined. The innermost scope is searched first in name resolution. Consider using a leading '.'(i.e., \".{0}\") to start from the outermost scope.");
    internal static readonly DiagnosticKind NotMessage = Error("PG2204", "\"{0}\" is not a message type.");
    internal static readonly DiagnosticKind NotEnum = Error("PG2205", "\"{0}\" is not an enum type.");
    internal static readonly DiagnosticKind NotType = Error("PG2206", "\"{0}\" is not a type.");
    internal static readonly DiagnosticKind NotExtensionNumber = Error("PG2207", "\"{0}\" does not declare {1} as an extension number.");
    internal static readonly DiagnosticKind MessageDefault = Error("PG2208", "Messages can't have default values.");
    internal static readonly DiagnosticKind EnumDefaultNotIdentifier = Error(
        "PG2209", "Default value for an enum field must be an identifier.");
    internal static readonly DiagnosticKind EnumDefaultUnknown = Error("PG2210", "Enum type \"{0}\" has no value named \"{1}\".");
    internal static readonly DiagnosticKind NotVisible = Error(
        "PG2211", "Symbol \"{0}\", defined in \"{1}\" {2} is not visible from \"{3}\". {4} and cannot be accessed outside its own file");
    internal static readonly DiagnosticKind TypeNameMissing = Error("PG2212", "Field with message or enum type missing type_name.");

    internal static readonly DiagnosticKind EditionTooEarly = Error(
        "PG2301", "Edition {0} is earlier than the minimum supported edition PROTO2");
    internal static readonly DiagnosticKind EditionTooLate = Error(
        "PG2302", "Edition {0} is later than the maximum supported edition 2026");
    internal static readonly DiagnosticKind EditionUnsupported = Error(
        "PG2303", "is a file using edition {0}, which is later than the protoc maximum supported edition 2026.");
    internal static readonly DiagnosticKind FeaturesBeforeEditions = Error("PG2304", "Features are only valid under editions.");
    internal static readonly DiagnosticKind FeatureUnknown = Error(
        "PG2305", "Feature field `{0}` must resolve to a known value, found {1}_UNKNOWN");
    internal static readonly DiagnosticKind RequiredByDefault = Error("PG2306", "Required presence can't be specified by default.");
    internal static readonly DiagnosticKind JavaStringCheckUtf8 = Error(
        "PG2307",
        "File option java_string_check_utf8 is not allowed under editions. Use the (pb.java).utf8_validation feature to control this behavior.");
    internal static readonly DiagnosticKind RequiredLabel = Error(
        "PG2308",
        "Required label is not allowed under editions.  Use the feature field_presence = LEGACY_REQUIRED to control this behavior.");
    internal static readonly DiagnosticKind GroupType = Error(
        "PG2309", "Group types are not allowed under editions.  Use the feature message_encoding = DELIMITED to control this behavior.");
    internal static readonly DiagnosticKind PackedOption = Error(
        "PG2310", "Field option packed is not allowed under editions.  Use the repeated_field_encoding feature to control this behavior.");
    internal static readonly DiagnosticKind ImplicitDefault = Error("PG2311", "Implicit presence fields can't specify defaults.");
    internal static readonly DiagnosticKind ImplicitClosedEnum = Error("PG2312", "Implicit presence enum fields must always be open.");
    internal static readonly DiagnosticKind RequiredExtensionFeature = Error("PG2313", "Extensions can't be required.");
    internal static readonly DiagnosticKind OneofPresence = Error("PG2314", "Oneof fields can't specify field presence.");
    internal static readonly DiagnosticKind RepeatedPresence = Error("PG2315", "Repeated fields can't specify field presence.");
    internal static readonly DiagnosticKind ExtensionPresence = Error("PG2316", "Extensions can't specify field presence.");
    internal static readonly DiagnosticKind MessagePresence = Error("PG2317", "Message fields can't specify implicit presence.");
    internal static readonly DiagnosticKind RepeatedEncodingTarget = Error(
        "PG2318", "Only repeated fields can specify repeated field encoding.");
    internal static readonly DiagnosticKind Utf8ValidationTarget = Error("PG2319", "Only string fields can specify utf8 validation.");
    internal static readonly DiagnosticKind PackedTarget = Error(
        "PG2320", "Only repeated primitive fields can specify PACKED repeated field encoding.");
    internal static readonly DiagnosticKind MessageEncodingTarget = Error("PG2321", "Only message fields can specify message encoding.");
    internal static readonly DiagnosticKind CtypeOption = Error(
        "PG2322", "ctype option is not allowed under edition 2024 and beyond. Use the feature string_type = VIEW|CORD|STRING|... instead.");

    internal static readonly DiagnosticKind LiteImport = Error(
        "PG2401",
        "Files that do not use optimize_for = LITE_RUNTIME cannot import files which do use this option.  This file is not lite, but it imports \"{0}\" which is.");
    internal static readonly DiagnosticKind Proto3ExtensionRange = Error("PG2402", "Extension ranges are not allowed in proto3.");
    internal static readonly DiagnosticKind Proto3MessageSet = Error("PG2403", "MessageSet is not supported in proto3.");
    internal static readonly DiagnosticKind Proto3Extension = Error(
        "PG2404", "Extensions in proto3 are only allowed for defining options.");
    internal static readonly DiagnosticKind Proto3Required = Error("PG2405", "Required fields are not allowed in proto3.");
    internal static readonly DiagnosticKind Proto3Default = Error("PG2406", "Explicit default values are not allowed in proto3.");
    internal static readonly DiagnosticKind Proto3ClosedEnum = Error(
        "PG2407", "Enum type \"{0}\" is not an open enum, but is used in \"{1}\" which is a proto3 message type.");
    internal static readonly DiagnosticKind Proto3Group = Error("PG2408", "Groups are not supported in proto3 syntax.");
    internal static readonly DiagnosticKind LazyTarget = Error("PG2409", "[lazy = true] can only be specified for submessage fields.");
    internal static readonly DiagnosticKind LazyExtension = Error("PG2410", "Extensions cannot be marked as unverified_lazy.");
    internal static readonly DiagnosticKind PackedOptionTarget = Error(
        "PG2411", "[packed = true] can only be specified for repeated primitive fields.");
    internal static readonly DiagnosticKind MessageSetExtension = Error("PG2412", "Extensions of MessageSets must be optional messages.");
    internal static readonly DiagnosticKind MessageSetField = Error("PG2413", "MessageSets cannot have fields, only extensions.");
    internal static readonly DiagnosticKind LiteExtension = Error(
        "PG2414",
        "Extensions to non-lite types can only be declared in non-lite files.  Note that you cannot extend a non-lite type to contain a lite type, but the reverse is allowed.");
    internal static readonly DiagnosticKind ExplicitMapEntry = Error(
        "PG2415", "map_entry should not be set explicitly. Use map<KeyType, ValueType> instead.");
    internal static readonly DiagnosticKind ExtensionJsonName = Error("PG2416", "option json_name is not allowed on extension fields.");
    internal static readonly DiagnosticKind JsonNameNull = Error("PG2417", "json_name cannot have embedded null characters.");
    internal static readonly DiagnosticKind MapKeyEnum = Error("PG2418", "Key in map fields cannot be enum types.");
    internal static readonly DiagnosticKind MapKeyType = Error(
        "PG2419", "Key in map fields cannot be float/double, bytes or message types.");
    internal static readonly DiagnosticKind MapEnumFirstValue = Error("PG2420", "Enum value in map must define 0 as the first value.");
    internal static readonly DiagnosticKind JsTypeTarget = Error(
        "PG2421", "jstype is only allowed on int64, uint64, sint64, fixed64 or sfixed64 fields.");
    internal static readonly DiagnosticKind LiteServices = Error(
        "PG2422",
        "Files with optimize_for = LITE_RUNTIME cannot define services unless you set both options cc_generic_services and java_generic_services to false.");
    internal static readonly DiagnosticKind FirstEnumValue = Error("PG2423", "The first enum value must be zero for open enums.");
    internal static readonly DiagnosticKind EnumNumberUsed = Error(
        "PG2424",
        "\"{0}\" uses the same enum value as \"{1}\". If this is intended, set 'option allow_alias = true;' to the enum definition.{2}");
    internal static readonly DiagnosticKind EnumNameConflict = Error("PG2425", EnumNameConflictWords);
    internal static readonly DiagnosticKind LegacyEnumNameConflict = Warning("PG2426", EnumNameConflictWords);
    internal static readonly DiagnosticKind JsonNameConflict = Error("PG2427", JsonNameConflictWords);
    internal static readonly DiagnosticKind LegacyJsonNameConflict = Warning("PG2428", JsonNameConflictWords);
    internal static readonly DiagnosticKind JsonNameBrackets = Error(
        "PG2429", "The custom JSON name of field \"{0}\" (\"{1}\") is invalid: JSON names may not start with '[' and end with ']'.");
    internal static readonly DiagnosticKind ExtensionNumberTooBig = Error("PG2430", "Extension numbers cannot be greater than {0}.");
    internal static readonly DiagnosticKind UnverifiedDeclarations = Error(
        "PG2431", "Cannot mark the extension range as UNVERIFIED when it has extension(s) declared.");
    internal static readonly DiagnosticKind DeclarationOutOfRange = Error(
        "PG2432", "Extension declaration number {0} is not in the extension range.");
    internal static readonly DiagnosticKind DeclarationNumberTwice = Error(
        "PG2433", "Extension declaration number {0} is declared multiple times.");
    internal static readonly DiagnosticKind DeclarationIncomplete = Error(
        "PG2434", "Extension declaration #{0} should have both \"full_name\" and \"type\" set.");
    internal static readonly DiagnosticKind DeclarationNameTwice = Error(
        "PG2435", "Extension field name \"{0}\" is declared multiple times.");
    internal static readonly DiagnosticKind DeclarationWithoutDot = Error(
        "PG2436", "\"{0}\" must have a leading dot to indicate the fully-qualified scope.");
    internal static readonly DiagnosticKind DeclarationInvalidName = Error("PG2437", "\"{0}\" contains invalid identifiers.");
    internal static readonly DiagnosticKind DeclaredReserved = Error(
        "PG2438", "Cannot use number {0} for extension field {1}, as it is reserved in the extension declarations for message {2}.");
    internal static readonly DiagnosticKind DeclarationMissing = Error(
        "PG2439",
        "Missing extension declaration for field {0} with number {1} in extendee message {2}. An extension range must declare for all extension fields if its verification state is DECLARATION or there's any declaration in the range already. Otherwise, consider splitting up the range.");
    internal static readonly DiagnosticKind DeclaredOtherType = Error(
        "PG2440", "\"{0}\" extension field {1} is expected to be type \"{2}\", not \"{3}\".");
    internal static readonly DiagnosticKind DeclaredOtherName = Error(
        "PG2441", "\"{0}\" extension field {1} is expected to have field name \"{2}\", not \"{3}\".");
    internal static readonly DiagnosticKind DeclaredOtherLabel = Error("PG2442", "\"{0}\" extension field {1} is expected to be {2}.");
    internal static readonly DiagnosticKind FeatureSupportInvalid = Error("PG2443", "{0}");
    internal static readonly DiagnosticKind MapEntryAsType = Error(
        "PG2444", "{0} is a synthetic MapEntry message type, which is not allowed to be used as a field type.{1}");
    internal static readonly DiagnosticKind MapEntryGroup = Error(
        "PG2445", "Groups cannot be map entries. Use a regular message field with map<KeyType, ValueType> syntax instead.");
    internal static readonly DiagnosticKind JsonStringConflict = Error(
        "PG2446", "{0} JSON string \"{1}\" conflicts with {2} JSON string of \"{3}\".");
    internal static readonly DiagnosticKind JsonStringOfAlias = Error(
        "PG2447", "Alias values for number {0} must have the same custom JSON string. \"{1}\" has {2} but primary alias \"{3}\" has {4}.");
    internal static readonly DiagnosticKind JsonStringNumber = Error(
        "PG2448", "Custom JSON string \"{0}\" parses as integer {1}, which does not match the enum value's number {2}.");
    internal static readonly DiagnosticKind JsonStringNull = Error(
        "PG2449", "Custom JSON strings cannot contain embedded null characters.");
    internal static readonly DiagnosticKind GenericServices = Warning(
        "PG2450",
        "Generic services (cc_generic_services, java_generic_services, and py_generic_services) are deprecated in favor of using plugins that generate code specific to your particular RPC system. Additional code generator options may be required to enable generic services and total removal of these options is planned in future breaking releases.");

    internal static readonly DiagnosticKind NamingStyle = Error(
        "PG2501", "{0} name {1} {2} (features.enforce_naming_style = STYLE_LEGACY can be used to opt out of this check)");
    internal static readonly DiagnosticKind NamingCollision = Error(
        "PG2502", "{0} name {1} {2} (features.enforce_naming_style = STYLE2024 can be used to opt out of this check)");
    internal static readonly DiagnosticKind NestedMessageExport = Error(
        "PG2503",
        "\"{0}\" is a nested message and cannot be `export` with STRICT default_symbol_visibility. It must be moved to top-level, ideally in its own file in order to be `export`.");
    internal static readonly DiagnosticKind NestedEnumExport = Error(
        "PG2504",
        "\"{0}\" is a nested enum and cannot be marked `export` with STRICT default_symbol_visibility. It must be moved to top-level, ideally in its own file in order to be `export`. For C++ namespacing of enums in a messages use: `local message <OuterNamespace> {{ export enum {0} {{...}} reserved 1 to max; }}`");

    internal static readonly DiagnosticKind ProtoLimit = Error(
        "PG2505",
        "{0} name {1} should not contain more than {2} {3} (features.enforce_proto_limits = LEGACY_NO_EXPLICIT_LIMITS can be used to opt out of this check)");

    private const string EnumNameConflictWords =
        "Enum name {0} has the same name as {1} if you ignore case and strip out the enum name prefix (if any). (If you are using allow_alias, please assign the same number to each enum value name.)";

    private const string JsonNameConflictWords =
        "The {0} JSON name of field \"{1}\" (\"{2}\") conflicts with the {3} JSON name of field \"{4}\".";
}
