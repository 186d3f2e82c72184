using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.Reflection.V1;

namespace ProtoGen.Runtime.Tests.Server;

public class ReflectionTests
{
    [Theory]
    [InlineData("grpc.reflection.v1.ServerReflection")]
    [InlineData("grpc.reflection.v1alpha.ServerReflection")]
    public async Task AllServicesAreListed(string service)
    {
        var answer = await AskAsync(new ServerReflectionRequest { ListServices = "*", Host = "here" }, service);

        Assert.Equal("here", answer.ValidHost);
        Assert.Equal("*", answer.OriginalRequest.ListServices);
        Assert.Equal(
            ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "test.Echo"],
            answer.ListServicesResponse.Service.Select(found => found.Name));
    }

    [Theory]
    [InlineData("grpc.health.v1.Health")]
    [InlineData("grpc.health.v1.Health.Check")]
    [InlineData("grpc.health.v1.HealthCheckRequest")]
    [InlineData("grpc.health.v1.HealthCheckRequest.service")]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus")]
    public async Task AFileIsFoundByWhatItDeclares(string symbol)
    {
        var answer = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        var files = answer.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom);
        Assert.Equal(["grpc/health/v1/health.proto"], files.Select(file => file.Name));
    }

    [Fact]
    public async Task AFileIsFoundByItsName()
    {
        var answer = await AskAsync(new ServerReflectionRequest { FileByFilename = "grpc/health/v1/health.proto" });

        Assert.Single(answer.FileDescriptorResponse.FileDescriptorProto);
    }

    [Fact]
    public async Task AMessageWithoutExtensionsHasNone()
    {
        var answer = await AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = "grpc.health.v1.HealthCheckRequest" });

        Assert.Empty(answer.AllExtensionNumbersResponse.ExtensionNumber);
    }

    [Fact]
    public async Task WhatIsNotThereIsNotFound()
    {
        ServerReflectionRequest[] requests =
        [
            new() { FileByFilename = "no.proto" },
            new() { FileContainingSymbol = "no.Message" },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "no.Message", ExtensionNumber = 1 } },
            new() { AllExtensionNumbersOfType = "no.Message" },
        ];

        foreach (var request in requests)
            Assert.Equal((int)StatusCode.NotFound, (await AskAsync(request)).ErrorResponse.ErrorCode);
    }

    private static async Task<ServerReflectionResponse> AskAsync(
        ServerReflectionRequest request, string service = "grpc.reflection.v1.ServerReflection")
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.MapGrpcReflectionService();
                app.MapGrpcHealthChecksService();
                app.MapGrpcService<EchoService>();
            },
            services: services => services.AddGrpcReflection().AddGrpcHealthChecks());
        var method = new Method<string, string>(
            MethodType.DuplexStreaming, service, "ServerReflectionInfo", TestMethods.Text, TestMethods.Text);
        var answer = await server.CallAsync(method, WireCall.Frame(request.ToByteArray()));
        Assert.Equal(StatusCode.OK, answer.Status);
        return ServerReflectionResponse.Parser.ParseFrom(answer.Messages.Single().Payload);
    }
}
