using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>
/// The same service as bare endpoints: the least that gives the same bytes on the wire. No limits, deadlines, compression,
/// metadata, status other than OK, or care for anything that goes wrong.
/// </summary>
internal static class FloorServer
{
    public const string Prefix = "/protogen.benchmarks.Baseline/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map(Prefix + "Echo", EchoAsync);
        routes.Map(Prefix + "Download", DownloadAsync);
        routes.Map(Prefix + "Upload", UploadAsync);
        routes.Map(Prefix + "Chat", ChatAsync);
    }

    private static async Task EchoAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        Item? item = null;
        var isLast = false;
        while (!isLast)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            var buffer = read.Buffer;
            if (FrameFormat.TryRead(ref buffer, out var payload))
                item = Item.ParseFrom(payload);
            http.Request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
            isLast = read.IsCompleted;
        }
        FrameFormat.Write(http.Response.BodyWriter, item!);
        End(http);
    }

    private static async Task DownloadAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        Order? order = null;
        while (order is null)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            var buffer = read.Buffer;
            if (FrameFormat.TryRead(ref buffer, out var payload))
                order = Order.ParseFrom(payload);
            http.Request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
        }
        for (var sent = 0; sent < order.Count; sent++)
        {
            FrameFormat.Write(http.Response.BodyWriter, order.Item);
            await http.Response.BodyWriter.FlushAsync();
        }
        End(http);
    }

    private static async Task UploadAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        var count = 0;
        var isLast = false;
        while (!isLast)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            var buffer = read.Buffer;
            while (FrameFormat.TryRead(ref buffer, out var payload))
            {
                Item.ParseFrom(payload);
                count++;
            }
            http.Request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
            isLast = read.IsCompleted;
        }
        FrameFormat.Write(http.Response.BodyWriter, new Order { Count = count });
        End(http);
    }

    private static async Task ChatAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        var isLast = false;
        while (!isLast)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            var buffer = read.Buffer;
            while (FrameFormat.TryRead(ref buffer, out var payload))
            {
                FrameFormat.Write(http.Response.BodyWriter, Item.ParseFrom(payload));
                await http.Response.BodyWriter.FlushAsync();
            }
            http.Request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
            isLast = read.IsCompleted;
        }
        End(http);
    }

    private static void End(HttpContext http) =>
        http.Features.Get<IHttpResponseTrailersFeature>()!.Trailers["grpc-status"] = "0";
}
