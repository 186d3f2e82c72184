using ProtoGen.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("""
        usage: ProtoGen.Fuzz [--minutes N] [--seed N] [--from N] [--batches N]
        Generates valid and invalid .proto files, and compares the results of protoc and protogenc, until N minutes have passed or N batches are done.
          --minutes N   the maximum time; 1 if neither this nor --batches is given
          --seed N      the seed of the random numbers; the same seed generates the same files
          --from N      the number of the first batch
          --batches N   the number of batches
        """);
    return 2;
}

Console.WriteLine($"seed {options.Seed}");
var result = new FuzzRun(options, Console.WriteLine).Run();
Console.WriteLine(result);
return result.Findings.Count == 0 ? 0 : 1;
