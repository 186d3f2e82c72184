using System.IO.Compression;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>How the server handles calls, for all services or, as <see cref="GrpcServiceOptions{TService}"/>, for one.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    private int? _maxSendMessageSize;
    private int? _maxReceiveMessageSize;
    private bool _maxSendMessageSizeSpecified;
    private bool _maxReceiveMessageSizeSpecified;
    private IList<ICompressionProvider>? _compressionProviders;

    /// <summary>
    /// The largest message that the server sends, in bytes before compression; null (the default) for no limit. A larger one
    /// ends the call with <see cref="StatusCode.ResourceExhausted"/>.
    /// </summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set
        {
            _maxSendMessageSize = value;
            _maxSendMessageSizeSpecified = true;
        }
    }

    /// <summary>Whether <see cref="MaxSendMessageSize"/> was set. Setting false takes the value back.</summary>
    public bool MaxSendMessageSizeSpecified
    {
        get => _maxSendMessageSizeSpecified;
        set
        {
            _maxSendMessageSizeSpecified = value;
            if (!value)
                _maxSendMessageSize = null;
        }
    }

    /// <summary>
    /// The largest message that the server takes, in bytes, both as received and after decompression; null for no limit.
    /// 4 MB where nothing is set. A larger one ends the call with <see cref="StatusCode.ResourceExhausted"/>.
    /// </summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set
        {
            _maxReceiveMessageSize = value;
            _maxReceiveMessageSizeSpecified = true;
        }
    }

    /// <summary>Whether <see cref="MaxReceiveMessageSize"/> was set. Setting false takes the value back.</summary>
    public bool MaxReceiveMessageSizeSpecified
    {
        get => _maxReceiveMessageSizeSpecified;
        set
        {
            _maxReceiveMessageSizeSpecified = value;
            if (!value)
                _maxReceiveMessageSize = null;
        }
    }

    /// <summary>
    /// Whether clients are told the type and message of an exception that a service method throws. False where nothing is set:
    /// exceptions may hold secrets.
    /// </summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>
    /// The <see cref="ICompressionProvider.EncodingName"/> that responses are compressed with, for clients that accept it; null
    /// (the default) for none.
    /// </summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed; null for the provider's own level.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>The known compression algorithms; of two with one name the later counts. gzip and deflate to begin with.</summary>
    public IList<ICompressionProvider> CompressionProviders
    {
        get => _compressionProviders ??= CreateDefaultProviders();
        set => _compressionProviders = value;
    }

    /// <summary>
    /// Whether calls of unknown services and methods go on to the application's other endpoints, instead of being answered
    /// with <see cref="StatusCode.Unimplemented"/>.
    /// </summary>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>
    /// Whether no instance of the service is created for a call; methods get null for it, so an interceptor has to answer without
    /// going on to them.
    /// </summary>
    public bool SuppressCreatingService { get; set; }

    /// <summary>The interceptors that every call goes through, the first outermost. Those for all services come before a service's own.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal IList<ICompressionProvider>? SpecifiedCompressionProviders => _compressionProviders;

    internal static IList<ICompressionProvider> CreateDefaultProviders() => new List<ICompressionProvider>
    {
        new GzipCompressionProvider(CompressionLevel.Fastest),
        new DeflateCompressionProvider(CompressionLevel.Fastest),
    };
}
