using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The options that count for one service, merged from those for all services and its own.</summary>
internal sealed class CallSettings
{
    private readonly Dictionary<string, ICompressionProvider> _compression;

    private CallSettings(GrpcServiceOptions all, GrpcServiceOptions own)
    {
        MaxSendMessageSize = (own.MaxSendMessageSizeSpecified ? own : all).MaxSendMessageSize ?? int.MaxValue;
        MaxReceiveMessageSize = own.MaxReceiveMessageSizeSpecified ? own.MaxReceiveMessageSize ?? int.MaxValue
            : all.MaxReceiveMessageSizeSpecified ? all.MaxReceiveMessageSize ?? int.MaxValue
            : GrpcServiceOptions.DefaultMaxReceiveMessageSize;
        EnableDetailedErrors = own.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false;
        SuppressCreatingService = own.SuppressCreatingService || all.SuppressCreatingService;
        IgnoreUnknownServices = all.IgnoreUnknownServices ?? false;
        IgnoreUnknownMethods = own.IgnoreUnknownServices ?? all.IgnoreUnknownServices ?? false;
        ResponseEncoding = own.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm;
        ResponseCompressionLevel = own.ResponseCompressionLevel ?? all.ResponseCompressionLevel;
        Interceptors = [.. all.Interceptors, .. own.Interceptors];
        _compression = new Dictionary<string, ICompressionProvider>(StringComparer.Ordinal);
        foreach (var provider in own.SpecifiedCompressionProviders ?? all.CompressionProviders)
            _compression[provider.EncodingName] = provider;
        AcceptEncoding = string.Join(',', _compression.Keys.Prepend(IdentityEncoding));
        if (ResponseEncoding is { } encoding && encoding != IdentityEncoding && FindCompression(encoding) is null)
        {
            throw new InvalidOperationException(
                $"The {nameof(GrpcServiceOptions.ResponseCompressionAlgorithm)} '{encoding}' has no provider in "
                + $"{nameof(GrpcServiceOptions.CompressionProviders)}.");
        }
    }

    public const string IdentityEncoding = "identity";

    public int MaxSendMessageSize { get; }

    public int MaxReceiveMessageSize { get; }

    public bool EnableDetailedErrors { get; }

    public bool SuppressCreatingService { get; }

    public bool IgnoreUnknownServices { get; }

    public bool IgnoreUnknownMethods { get; }

    public string? ResponseEncoding { get; }

    public CompressionLevel? ResponseCompressionLevel { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    /// <summary>The value of the header <c>grpc-accept-encoding</c>.</summary>
    public string AcceptEncoding { get; }

    public static CallSettings For<TService>(IServiceProvider applicationServices)
        where TService : class => new(
        applicationServices.GetRequiredService<IOptions<GrpcServiceOptions>>().Value,
        applicationServices.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value);

    public ICompressionProvider? FindCompression(string encoding) => _compression.GetValueOrDefault(encoding);
}
