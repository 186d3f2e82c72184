using ProtoGen.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("""
        usage: ProtoGen.Fuzz [--minutes N] [--seed N] [--from N] [--batches N]
        Makes .proto files, valid and broken, and compares what protoc and protogenc make of them, until the time is over or N batches are done.
          --minutes N   how long; 1 if neither this nor --batches is given
          --seed N      where chance starts; the same seed makes the same files
          --from N      the first batch
          --batches N   how many batches
        """);
    return 2;
}

Console.WriteLine($"seed {options.Seed}");
var result = new FuzzRun(options, Console.WriteLine).Run();
Console.WriteLine(result);
return result.Findings.Count == 0 ? 0 : 1;
