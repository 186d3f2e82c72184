using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Builds the C# model of a linked file.</summary>
public static class CSharpModelBuilder
{
    /// <summary>Builds the model of a file. It contains no descriptors.</summary>
    public static FileModel Build(FileDescriptor file, CSharpOptions options) => BuildFor(file, options.For(file));

    private static FileModel BuildFor(FileDescriptor file, CSharpOptions options) => new()
    {
        ProtoName = file.Name,
        Namespace = CSharpNames.Namespace(file),
        ReflectionClass = CSharpNames.ReflectionClass(file),
        ExtensionClass = CSharpNames.ExtensionClass(file),
        ExtensionClassFullName = CSharpNames.Qualify(file, CSharpNames.ExtensionClass(file)),
        DescriptorBytes = options.StripNonfunctional ? default : new(EmbeddedDescriptor.Serialize(file, options.GoogleProtobuf)),
        DependencyReflectionClasses = Map(file.Dependencies, static f => CSharpNames.Qualify(f, CSharpNames.ReflectionClass(f))),
        Enums = Map(file.Enums, EnumModelBuilder.Build),
        Messages = Map(file.Messages, MessageModelBuilder.Build, options),
        Extensions = FieldModelBuilder.BuildExtensions(file.Extensions, CSharpNames.ExtensionClass(file), options),
        Options = options,
    };

    /// <summary>Creates a model for each descriptor.</summary>
    internal static EquatableArray<TModel> Map<TDescriptor, TModel>(IReadOnlyList<TDescriptor> descriptors, Func<TDescriptor, TModel> build)
    {
        if (descriptors.Count == 0) return default;
        var models = new TModel[descriptors.Count];
        for (var i = 0; i < models.Length; i++) models[i] = build(descriptors[i]);
        return new(models);
    }

    /// <summary>Creates a model for each descriptor and its index.</summary>
    internal static EquatableArray<TModel> Map<TDescriptor, TModel>(
        IReadOnlyList<TDescriptor> descriptors, Func<TDescriptor, int, CSharpOptions, TModel> build, CSharpOptions options)
    {
        if (descriptors.Count == 0) return default;
        var models = new TModel[descriptors.Count];
        for (var i = 0; i < models.Length; i++) models[i] = build(descriptors[i], i, options);
        return new(models);
    }

    /// <summary>Returns the text for the doc comment: the leading comment, or else the trailing comment.</summary>
    internal static string? Comment(Descriptor descriptor) =>
        string.IsNullOrEmpty(descriptor.LeadingComments) ? descriptor.TrailingComments : descriptor.LeadingComments;
}
