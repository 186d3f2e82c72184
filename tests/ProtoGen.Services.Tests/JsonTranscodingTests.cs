using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi.Models;

namespace ProtoGen.Services.Tests;

/// <summary>
/// Checks that Microsoft.AspNetCore.Grpc.JsonTranscoding and .Swagger read google.api.http from the generated descriptors.
/// </summary>
public sealed class JsonTranscodingTests
{
    [Fact]
    public async Task AGetWithAPathParameterIsAnsweredInJson()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var article = await http.GetFromJsonAsync<JsonObject>("/v1/articles/tea");
        Assert.Equal("""{"id":"tea","displayName":"Article tea","price":3}""", article!.ToJsonString());
    }

    [Fact]
    public async Task APostWithABodyIsAnsweredInJson()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var response = await http.PostAsJsonAsync("/v1/articles", new JsonObject { ["id"] = "tea", ["displayName"] = "Green tea" });
        Assert.Equal("Green tea", (await response.Content.ReadFromJsonAsync<JsonObject>())!["displayName"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnErrorIsAnHttpStatus()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var response = await http.PostAsync("/v1/articles", new StringContent("{ no JSON", null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task TheOpenApiDocumentDescribesTheMethods()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var document = await http.GetFromJsonAsync<JsonElement>("/swagger/v1/swagger.json");
        Assert.Equal(
            "Looks an article up.",
            document.GetProperty("paths").GetProperty("/v1/articles/{id}").GetProperty("get").GetProperty("summary").GetString());
        Assert.True(
            document.GetProperty("components")
                .GetProperty("schemas")
                .GetProperty("Article")
                .GetProperty("properties")
                .TryGetProperty("displayName", out _));
    }

    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync<CatalogService>(
        services =>
        {
            services.AddGrpc().AddJsonTranscoding();
            services.AddGrpcSwagger();
            services.AddSwaggerGen(options =>
            {
                options.SwaggerDoc("v1", new OpenApiInfo { Title = "Shop", Version = "v1" });
                options.IncludeGrpcXmlComments(Path.Combine(AppContext.BaseDirectory, "ProtoGen.Services.Tests.xml"));
            });
        },
        application => application.UseSwagger(),
        HttpProtocols.Http1);
}
