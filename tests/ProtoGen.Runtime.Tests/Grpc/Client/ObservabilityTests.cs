using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.AspNetCore.Builder;
using ProtoGen.Grpc;
using ProtoGen.Runtime.Tests.Server;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

/// <summary>What the tools for grpc-dotnet watch is there under the same names.</summary>
public class ObservabilityTests
{
    [Fact]
    public async Task ACallHasAnActivityAboveThatOfItsHttpRequest()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Grpc.Net.Client" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService<EchoService>());
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var parent = new Activity("test").Start();
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(TestMethods.Unary, null, default, "throw");
        await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.Same(parent, Activity.Current);
        var activity = stopped.Single(one => one.ParentId == parent.Id);
        Assert.Equal("Grpc.Net.Client.GrpcOut", activity.OperationName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal("/test.Echo/Unary", activity.GetTagItem("grpc.method"));
        Assert.Equal("2", activity.GetTagItem("grpc.status_code"));
        Assert.Contains(stopped, one => one.ParentId == activity.Id && one.OperationName == "System.Net.Http.HttpRequestOut");
    }

    [Fact]
    public async Task AStreamingCallHasAnActivityToo()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Grpc.Net.Client",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await TestServer.StartServerStreamingAsync((text, responses, _) => responses.WriteAsync(text));
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var parent = new Activity("test").Start();
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(TestMethods.ServerStreaming, null, default, "x");
        Assert.Equal(["x"], await call.ResponseStream.ReadAllAsync().CollectAsync());

        Assert.Same(parent, Activity.Current);
        Assert.Equal("0", stopped.Single(one => one.ParentId == parent.Id).GetTagItem("grpc.status_code"));
    }

    [Theory]
    [InlineData("Grpc.Net.Client")]
    [InlineData("Grpc.AspNetCore.Server")]
    public async Task CallsAreCounted(string source)
    {
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService<EchoService>());
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var counters = new CounterListener(source);
        await channel.CreateCallInvoker().AsyncUnaryCall(TestMethods.Unary, null, default, "x");
        using var failing = channel.CreateCallInvoker().AsyncUnaryCall(TestMethods.Unary, null, default, "throw");
        await Assert.ThrowsAsync<RpcException>(async () => await failing);

        foreach (var name in new[] { "total-calls", "calls-failed", "messages-sent", "messages-received" })
            await counters.WaitForAsync(name, value => value >= 1);
        await counters.WaitForAsync("current-calls", value => value >= 0);
        await counters.WaitForAsync("calls-deadline-exceeded", value => value >= 0);
    }

    private sealed class CounterListener(string source) : EventListener
    {
        private readonly ConcurrentDictionary<string, double> _values = new();

        public async Task WaitForAsync(string name, Func<double, bool> condition)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (!_values.TryGetValue(name, out var value) || !condition(value))
                await Task.Delay(20, patience.Token);
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // The constructor of the base class calls this before the fields are set.
            if (eventSource.Name is "Grpc.Net.Client" or "Grpc.AspNetCore.Server")
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All, new Dictionary<string, string?> { ["EventCounterIntervalSec"] = "0.1" });
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventSource.Name == source && eventData.Payload is [IDictionary<string, object> counter])
                _values[(string)counter["Name"]] = (double)counter["Mean"];
        }
    }
}
