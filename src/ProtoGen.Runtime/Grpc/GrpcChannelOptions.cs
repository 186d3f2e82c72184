using Microsoft.Extensions.Logging;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc;

/// <summary>
/// Settings of a <see cref="GrpcChannel"/>, under grpc-dotnet's names. What belongs to load balancing, retries and hedging is
/// not here: that is grpc-dotnet's engine, to which a project moves by referencing it.
/// </summary>
public sealed class GrpcChannelOptions
{
    private TimeSpan _initialReconnectBackoff = TimeSpan.FromSeconds(1);
    private TimeSpan? _maxReconnectBackoff = TimeSpan.FromSeconds(120);

    /// <summary>How the channel is secured, and what its calls say about their caller; null to go by the address.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>The largest request message, in bytes; null, the default, for any.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>The largest response message, in bytes, also after decompression; null for any. The default is 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The encodings that calls may use; null, the default, for gzip and deflate.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <summary>Where the channel logs; null for <see cref="ServiceProvider"/>'s, or nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// A client to send through. Its timeout applies to calls. Not together with <see cref="HttpHandler"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// A handler to send through; null for one of the channel's own. Not together with <see cref="HttpClient"/>.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the given client or handler is disposed with the channel.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>
    /// Whether a call that its caller cancels, or that passes its deadline, throws <see cref="OperationCanceledException"/>
    /// instead of <see cref="RpcException"/>.
    /// </summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent on a channel without TLS too, where all can read them.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>The longest wait between attempts to connect; null for no bound. The default is 120 seconds.</summary>
    /// <exception cref="ArgumentException">The value is not positive.</exception>
    public TimeSpan? MaxReconnectBackoff
    {
        get => _maxReconnectBackoff;
        set => _maxReconnectBackoff = value <= TimeSpan.Zero
            ? throw new ArgumentException("Maximum reconnect backoff must be greater than zero.")
            : value;
    }

    /// <summary>The first wait between attempts to connect, of calls that wait for ready. The default is 1 second.</summary>
    /// <exception cref="ArgumentException">The value is not positive.</exception>
    public TimeSpan InitialReconnectBackoff
    {
        get => _initialReconnectBackoff;
        set => _initialReconnectBackoff = value <= TimeSpan.Zero
            ? throw new ArgumentException("Initial reconnect backoff must be greater than zero.")
            : value;
    }

    /// <summary>Where services that are not set here come from; null for nowhere.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>The version of HTTP; null, the default, for 2.</summary>
    public Version? HttpVersion { get; set; }

    /// <summary>How strictly <see cref="HttpVersion"/> is taken; null, the default, for exactly.</summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }
}
