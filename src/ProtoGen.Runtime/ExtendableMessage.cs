using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>The base class of a generated message that declares extension ranges.</summary>
/// <typeparam name="T">The generated class itself.</typeparam>
#nullable disable annotations
[JsonSchemaIgnore]
public abstract class ExtendableMessage<T> : Message<T>, IExtendableMessage<T>
#nullable restore annotations
    where T : ExtendableMessage<T>, new()
{
    /// <summary>The extension fields that are set; null if none has been set.</summary>
    /// <remarks>Libraries that fill or compare the fields that are not private ignore those with [CompilerGenerated].</remarks>
    [CompilerGenerated]
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ExtensionSet<T>? _extensions;

    /// <inheritdoc/>
    public TValue GetExtension<TValue>(Extension<T, TValue> extension) => ExtensionSet.Get(ref _extensions, extension);

    // The result is null if the field is not set. It has no annotation because protoc's method has none: with one, callers that compile
    // today would get warnings.
#nullable disable annotations
    /// <inheritdoc/>
    public RepeatedField<TValue> GetExtension<TValue>(RepeatedExtension<T, TValue> extension) =>
        ExtensionSet.Get(ref _extensions, extension);
#nullable restore annotations

    /// <inheritdoc/>
    public RepeatedField<TValue> GetOrInitializeExtension<TValue>(RepeatedExtension<T, TValue> extension) =>
        ExtensionSet.GetOrInitialize(ref _extensions, extension);

    /// <inheritdoc/>
    public void SetExtension<TValue>(Extension<T, TValue> extension, TValue value) => ExtensionSet.Set(ref _extensions, extension, value);

    /// <inheritdoc/>
    public bool HasExtension<TValue>(Extension<T, TValue> extension) => ExtensionSet.Has(ref _extensions, extension);

    /// <inheritdoc/>
    public void ClearExtension<TValue>(Extension<T, TValue> extension) => ExtensionSet.Clear(ref _extensions, extension);

    /// <inheritdoc/>
    public void ClearExtension<TValue>(RepeatedExtension<T, TValue> extension) => ExtensionSet.Clear(ref _extensions, extension);

    /// <inheritdoc/>
    protected internal override void _Write(ref FieldWriter w) => w.WriteExtensions(_extensions);

    /// <inheritdoc/>
    protected override bool _ReadOther(ref FieldReader r, uint tag) => r.ReadExtension(tag, ref _extensions) || base._ReadOther(ref r, tag);

    /// <inheritdoc/>
    protected override void _Merge(T other, bool copy)
    {
        if (copy)
            _extensions = ExtensionSet.Clone(other._extensions);
        else
            ExtensionSet.MergeFrom(ref _extensions, other._extensions);
    }

    /// <inheritdoc/>
    protected override bool _Equals(T other) => Equals(_extensions, other._extensions) && base._Equals(other);
}
