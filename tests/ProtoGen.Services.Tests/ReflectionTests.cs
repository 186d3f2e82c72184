using Acme.Shops;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Services.Tests;

/// <summary>Checks that Grpc.AspNetCore.Server.Reflection finds the generated services and their descriptors.</summary>
public sealed class ReflectionTests
{
    [Fact]
    public async Task ServicesAreListed()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "*" });
        Assert.Contains("acme.shop.Catalog", response.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Fact]
    public async Task FilesAreThoseOfTheDescriptors()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = "acme.shop.Catalog" });
        var files = response.FileDescriptorResponse.FileDescriptorProto;
        Assert.Contains(CatalogReflection.Descriptor.SerializedData, files);
        Assert.Contains("google/api/annotations.proto", files.Select(file => FileDescriptorProto.Parser.ParseFrom(file).Name));
    }

    private static async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        await using var server = await RunningServer.StartAsync<CatalogService>(
            services => services.AddGrpcReflection(), application => application.MapGrpcReflectionService());
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var response = call.ResponseStream.Current;
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        return response;
    }
}
