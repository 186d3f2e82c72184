using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProtoGen.Grpc.Client;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc;

/// <summary>
/// A channel to a gRPC server over HTTP/2. Make one for each server and share it: it opens connections as needed, and any
/// number of clients and threads can use it at once. It lies in the namespace of the contract types, so that one
/// <c>using ProtoGen.Grpc;</c> stands for grpc-dotnet's <c>Grpc.Core</c> and <c>Grpc.Net.Client</c>.
/// </summary>
public sealed partial class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<IMethod, CallRoute> _routes = new(ReferenceEqualityComparer.Instance);
    private readonly Func<IMethod, CallRoute> _createRoute;
    private readonly Uri _address;
    private readonly Connector? _connector;
    private int _isDisposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        _createRoute = method => new CallRoute(_address, method);
        var security = ChannelSecurity.Create(address, options);
        IsSecure = security.IsSecure;
        CallCredentials = security.CallCredentials;
        if (options is { HttpClient: null, HttpHandler: null })
            _connector = new Connector(this, new DnsEndPoint(address.IdnHost, address.Port));
        Transport = CreateTransport(options, security, _connector);
        Logger = CreateLogger(options);
        MaxSendMessageSize = options.MaxSendMessageSize;
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        CompressionProviders = ChannelEncodings.Resolve(options.CompressionProviders);
        AcceptEncoding = ChannelEncodings.Accept(CompressionProviders.Keys);
        ThrowOperationCanceledOnCancellation = options.ThrowOperationCanceledOnCancellation;
        UnsafeUseInsecureChannelCallCredentials = options.UnsafeUseInsecureChannelCallCredentials;
        InitialReconnectBackoff = options.InitialReconnectBackoff;
        MaxReconnectBackoff = options.MaxReconnectBackoff;
        HttpVersion = options.HttpVersion ?? System.Net.HttpVersion.Version20;
        HttpVersionPolicy = options.HttpVersionPolicy ?? System.Net.Http.HttpVersionPolicy.RequestVersionExact;
    }

    internal ActiveCalls Calls { get; } = new();

    internal Transport Transport { get; }

    internal ILogger Logger { get; }

    internal bool IsSecure { get; }

    internal CallCredentials? CallCredentials { get; }

    internal int? MaxSendMessageSize { get; }

    internal int? MaxReceiveMessageSize { get; }

    internal IReadOnlyDictionary<string, ICompressionProvider> CompressionProviders { get; }

    internal string AcceptEncoding { get; }

    internal bool ThrowOperationCanceledOnCancellation { get; }

    internal bool UnsafeUseInsecureChannelCallCredentials { get; }

    internal TimeSpan InitialReconnectBackoff { get; }

    internal TimeSpan? MaxReconnectBackoff { get; }

    internal Version HttpVersion { get; }

    internal HttpVersionPolicy HttpVersionPolicy { get; }

    /// <summary>Makes a channel. Nothing is connected before the first call.</summary>
    /// <param name="address">Such as <c>http://localhost:50051</c>, or <c>https://…</c> for TLS.</param>
    /// <exception cref="ArgumentException">The address is not one.</exception>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel. Nothing is connected before the first call.</summary>
    /// <param name="address">Such as <c>http://localhost:50051</c>, or <c>https://…</c> for TLS.</param>
    /// <param name="channelOptions">Settings.</param>
    /// <exception cref="ArgumentException">The address is not one, or the options contradict each other.</exception>
    /// <exception cref="InvalidOperationException">The credentials don't fit the address.</exception>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? ForAddress(uri, channelOptions)
            : throw NotAnAddress(address);
    }

    /// <summary>Makes a channel. Nothing is connected before the first call.</summary>
    /// <param name="address">Such as <c>http://localhost:50051</c>, or <c>https://…</c> for TLS.</param>
    /// <exception cref="ArgumentException">The address is not one.</exception>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel. Nothing is connected before the first call.</summary>
    /// <param name="address">Such as <c>http://localhost:50051</c>, or <c>https://…</c> for TLS.</param>
    /// <param name="channelOptions">Settings.</param>
    /// <exception cref="ArgumentException">The address is not one, or the options contradict each other.</exception>
    /// <exception cref="InvalidOperationException">The credentials don't fit the address.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw NotAnAddress(address.OriginalString);
        if (channelOptions.HttpClient is not null && channelOptions.HttpHandler is not null)
        {
            throw new ArgumentException(
                "HttpClient and HttpHandler have been configured. Only one HTTP caller can be specified.");
        }
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The channel was disposed.</exception>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        return new HttpCallInvoker(this);
    }

    /// <summary>Cancels the calls under way and closes the connections. Later calls fail.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        Calls.Close();
        Transport.Dispose();
        _connector?.Dispose();
    }

    internal CallRoute GetRoute(IMethod method) => _routes.GetOrAdd(method, _createRoute);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    private static ArgumentException NotAnAddress(string address) => new(
        $"'{address}' is not an address for a gRPC channel: write http://HOST:PORT, or https://HOST:PORT for TLS.");

    private static Transport CreateTransport(GrpcChannelOptions options, ChannelSecurity security, Connector? connector)
    {
        if (connector is not null)
            return new Transport(CreateHandler(security, connector), isOwned: true);
        if (security.HasTlsSettings)
        {
            throw new InvalidOperationException(
                "SslCredentials with certificates or a callback need a handler of the channel's own; configure TLS on the given "
                + "HttpHandler instead.");
        }
        return options.HttpClient is { } client
            ? new Transport(client, options.DisposeHttpClient)
            : new Transport(options.HttpHandler!, options.DisposeHttpClient);
    }

    private static SocketsHttpHandler CreateHandler(ChannelSecurity security, Connector connector)
    {
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = connector.OpenAsync,
        };
        if (security.HasTlsSettings)
            handler.SslOptions = security.CreateTlsOptions();
        return handler;
    }

    private static ILogger CreateLogger(GrpcChannelOptions options)
    {
        var factory = options.LoggerFactory ?? (ILoggerFactory?)options.ServiceProvider?.GetService(typeof(ILoggerFactory));
        return factory?.CreateLogger(ClientLog.Category) ?? NullLogger.Instance;
    }
}
