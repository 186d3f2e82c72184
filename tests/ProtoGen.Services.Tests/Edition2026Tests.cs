using System.Reflection;
using Acme.Parcels;
using Grpc.Core;

namespace ProtoGen.Services.Tests;

/// <summary>Tests a service of edition 2026 with nullable annotations, which grpc_csharp_plugin 2.85.0 rejects.</summary>
public sealed class Edition2026Tests
{
    [Fact]
    public async Task AServiceOfEdition2026IsCalled()
    {
        await using var server = await RunningServer.StartAsync<ParcelService>();
        var client = new Parcels.ParcelsClient(server.Channel);
        var states = new List<State>();

        var parcel = await client.TrackAsync(new TrackRequest { Code = "a" });
        using var watch = client.Watch(new TrackRequest { Code = "a" });
        await foreach (var next in watch.ResponseStream.ReadAllAsync()) states.Add(next.State);

        var receiver = parcel.Receiver;
        Assert.Null(receiver);
        Assert.Equal(new Parcel { Code = "a", State = State.Sent }, parcel);
        Assert.Equal([State.Unspecified, State.Sent], states);
    }

    [Fact]
    public void MessagesOfAnAnnotatedFileMayBeNull()
    {
        var nullability = new NullabilityInfoContext();
        Assert.Equal(NullabilityState.Nullable, nullability.Create(typeof(Parcel).GetProperty(nameof(Parcel.Receiver))!).ReadState);
        Assert.Equal(NullabilityState.NotNull, nullability.Create(typeof(Parcel).GetProperty(nameof(Parcel.Code))!).ReadState);
    }

    private sealed class ParcelService : Parcels.ParcelsBase
    {
        public override Task<Parcel> Track(TrackRequest request, ServerCallContext context) =>
            Task.FromResult(new Parcel { Code = request.Code, State = State.Sent });

        public override async Task Watch(TrackRequest request, IServerStreamWriter<Parcel> responseStream, ServerCallContext context)
        {
            await responseStream.WriteAsync(new Parcel { Code = request.Code, State = State.Unspecified });
            await responseStream.WriteAsync(new Parcel { Code = request.Code, State = State.Sent });
        }
    }
}
