using System.Text;

namespace ProtoGen.Grpc;

public sealed partial class Metadata
{
    /// <summary>One header or trailer. Can't be changed.</summary>
    public class Entry
    {
        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>Makes a binary entry.</summary>
        /// <param name="key">A key that ends in <c>-bin</c>; made lower case.</param>
        /// <param name="valueBytes">The bytes; copied.</param>
        /// <exception cref="ArgumentException">The key is not valid, or does not end in <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = NormalizeKey(key);
            if (!HasBinaryHeaderSuffix(Key))
            {
                throw new ArgumentException(
                    $"Key for binary valued metadata entry needs to have '{BinaryHeaderSuffix}' suffix indicating binary value.");
            }
            ArgumentNullException.ThrowIfNull(valueBytes);
            _valueBytes = valueBytes.AsSpan().ToArray();
        }

        /// <summary>Makes a text entry.</summary>
        /// <param name="key">A key that does not end in <c>-bin</c>; made lower case.</param>
        /// <param name="value">ASCII text.</param>
        /// <exception cref="ArgumentException">The key is not valid, or ends in <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            Key = NormalizeKey(key);
            if (HasBinaryHeaderSuffix(Key))
            {
                throw new ArgumentException(
                    "Key for ASCII valued metadata entry cannot have suffix indicating binary value.");
            }
            ArgumentNullException.ThrowIfNull(value);
            _value = value;
        }

        private Entry(string key, string? value, byte[]? valueBytes)
        {
            Key = key;
            _value = value;
            _valueBytes = valueBytes;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>The value as bytes: a copy of a binary value, or the ASCII bytes of a text.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(_value!) : _valueBytes.AsSpan().ToArray();

        /// <summary>The value of a text entry.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value =>
            _value ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => _value is null;

        /// <summary>The bytes of a binary entry, not copied.</summary>
        internal ReadOnlySpan<byte> BinaryValue => _valueBytes;

        /// <inheritdoc/>
        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={_valueBytes}]"
            : $"[Entry: key={Key}, value={_value}]";

        /// <summary>Whether a header name that came over the wire, in lower case, names a binary entry.</summary>
        internal static bool HasBinaryHeaderSuffix(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>Takes a text entry from the wire, without checking or copying.</summary>
        internal static Entry FromWire(string key, string value) => new(key, value, null);

        /// <summary>Takes a binary entry from the wire, without checking or copying.</summary>
        internal static Entry FromWire(string key, byte[] valueBytes) => new(key, null, valueBytes);

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static string NormalizeKey(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            foreach (var c in key)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
                {
                    throw new ArgumentException(
                        "Metadata entry key not valid. Keys can only contain lowercase alphanumeric characters, "
                        + "underscores, hyphens and dots.");
                }
            }
            return key.ToLowerInvariant();
        }
    }
}
