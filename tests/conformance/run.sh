#!/usr/bin/env bash
# The official protobuf conformance suite (binary, JSON and text format) against generated messages and the JSON and text engines of
# ProtoGen.Runtime. Arguments go to the build: -p:GoogleProtobufVersion=3.36.2 runs it on the newest Google.Protobuf. Prints the totals; fails on a failure that failures.txt does not list, and on a listed one that passes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/artifacts/conformance

bash "$here/setup-runner.sh"
dotnet build "$here/ProtoGen.Conformance" -c Release --nologo -v quiet "$@"
cat > "$out/testee" <<EOF
#!/bin/sh
exec dotnet "$here/ProtoGen.Conformance/bin/Release/net10.0/ProtoGen.Conformance.dll"
EOF
chmod +x "$out/testee"
"$out/runner" --enforce_recommended --maximum_edition 2024 --failure_list "$here/failures.txt" --text_format_failure_list "$here/failures.txt" --output_dir "$out" "$out/testee" \
  > "$out/log" 2>&1 || { tail -60 "$out/log"; exit 1; }
grep -E '^CONFORMANCE SUITE' "$out/log"
