#!/usr/bin/env bash
# gRPC's interop test cases between this repository and other implementations, on the loopback. Prints a table, a line for each
# case, and fails if any case does. usage: run.sh [PEER...], where PEER is ruby, python, node, go, buf or client
set -uo pipefail
cd "$(dirname "$0")"
bash ../setup.sh > /dev/null || exit 1

export NODE_PATH="$PWD/../../artifacts/npm/node_modules"
ruby_tests="$(ruby -e 'puts Gem::Specification.find_by_name("grpc").gem_dir')/src/ruby/pb/test"
buf="$NODE_PATH/.bin/buf"
work="$(mktemp -d)"
pids=()
passed=0
failed=0
trap 'exit 143' TERM INT
trap 'exec 9>&-; for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null; done; rm -rf "$work"' EXIT

common_cases=(
  empty_unary large_unary client_streaming server_streaming ping_pong empty_stream client_compressed_unary
  server_compressed_unary server_compressed_streaming custom_metadata status_code_and_message special_status_message
  unimplemented_method unimplemented_service timeout_on_sleeping_server cancel_after_begin cancel_after_first_response
  message_sizes concurrent_streams
)
ruby_cases=(
  empty_unary large_unary client_compressed_unary client_streaming client_compressed_streaming server_streaming ping_pong
  timeout_on_sleeping_server empty_stream cancel_after_begin cancel_after_first_response unimplemented_method
  unimplemented_service status_code_and_message custom_metadata
)

go_cases=(
  empty_unary large_unary client_compressed_unary client_streaming server_streaming ping_pong custom_metadata
  special_status_message unimplemented_method unimplemented_service timeout_on_sleeping_server cancel_after_first_response
  message_sizes concurrent_calls
)

client_cases=(
  empty_unary large_unary blocking_unary message_sizes concurrent_calls client_streaming server_streaming ping_pong empty_stream
  concurrent_streams cancel_after_begin cancel_after_first_response timeout_on_sleeping_server custom_metadata
  status_code_and_message special_status_message unimplemented_method unimplemented_service gzip_unary gzip_streaming
)
# Only servers of which a method sees the encoding of its requests can answer these.
client_compressed_cases=(
  client_compressed_unary server_compressed_unary client_compressed_streaming server_compressed_streaming
)

secure_cases=(empty_unary large_unary ping_pong message_sizes)

# run PEER CASE COMMAND...: one line of the table.
run() {
  local peer="$1" case="$2" start
  shift 2
  start=$(date +%s%N)
  if timeout 120 "$@" > "$work/output" 2>&1; then
    passed=$((passed + 1))
    printf '%-28s %-30s ok   %6d ms\n' "$peer" "$case" $((($(date +%s%N) - start) / 1000000))
  else
    failed=$((failed + 1))
    printf '%-28s %-30s FAILED\n' "$peer" "$case"
    sed 's/^/    /' "$work/output" | tail -20
  fi
}

# start NAME COMMAND...: starts a server and leaves its port in $port. The server ends with its input, which is this script's
# descriptor 9 and must not be its own.
start() {
  local name="$1"
  shift
  "$@" < "$work/input" > "$work/$name.port" 2> "$work/$name.error" 9>&- &
  pids+=($!)
  wait_for_port "$work/$name.port" || { echo "The server did not start: $name"; cat "$work/$name.error"; exit 1; }
  port=$(head -1 "$work/$name.port")
}

wait_for_port() {
  for _ in $(seq 150); do
    [ -s "$1" ] && return 0
    sleep 0.1
  done
  return 1
}

make_certificates() {
  (
    cd "$work"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=interop-ca -keyout ca.key -out ca.pem
    for name in server client; do
      openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout $name.key -out $name.csr
      printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' > extensions
      openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out $name.pem
    done
  ) > "$work/openssl" 2>&1 || { cat "$work/openssl"; exit 1; }
}

python_case() { run "python $1" "$2" /usr/bin/python3 peers/client.py "$work/test.pb" "$port" "$2" "${@:3}"; }
go_case() { run "go $1" "$2" "$work/go_client" "$port" "$2" "${@:3}"; }
node_case() { run "node $1" "$2" node peers/client.js Protos "$port" "$2" "${@:3}"; }
ruby_case() { run "ruby $1" "$2" ruby "$ruby_tests/client.rb" --server_host=localhost --server_port="$port" --test_case="$2" "${@:3}"; }
client_case() { run "client -> $1" "$3" dotnet "$client" "$2://localhost:$port" "$3" "${@:4}"; }
buf_case() { run "buf curl" "$1" peers/buf.sh "$buf" "$port" "$1"; }
# client_to PEER COMMAND...: our client's cases against another server, which takes its certificate, key and CA as arguments.
client_to() {
  local peer="$1" case security
  shift
  start "$peer-plain" "$@"
  for case in "${client_cases[@]}"; do client_case "$peer" http "$case"; done
  for security in tls mutual; do
    start "$peer-$security" "$@" "$work/server.pem" "$work/server.key" $([ $security = mutual ] && echo "$work/ca.pem")
    for case in "${secure_cases[@]}"; do client_case "$peer, $security" https "$case" $(secured $security); done
  done
}
secured() { [ "$1" = mutual ] && echo "$work/ca.pem $work/client.pem $work/client.key" || echo "$work/ca.pem"; }

wanted() { [ ${#peers[@]} -eq 0 ] || [[ " ${peers[*]} " == *" $1 "* ]]; }
peers=("$@")

mkfifo "$work/input"
exec 9<> "$work/input"
make_certificates
protoc -I Protos --include_imports --descriptor_set_out="$work/test.pb" grpc/testing/test.proto || exit 1
dotnet build -c Release --nologo -v quiet ProtoGen.Interop.Server || exit 1
server="$PWD/ProtoGen.Interop.Server/bin/Release/net10.0/ProtoGen.Interop.Server.dll"
dotnet build -c Release --nologo -v quiet ProtoGen.Interop.Client || exit 1
client="$PWD/ProtoGen.Interop.Client/bin/Release/net10.0/ProtoGen.Interop.Client.dll"

# Debian's packages are sources in a tree of their own, without modules.
if wanted go || wanted client; then
  GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="${TMPDIR:-/tmp}/protogen-interop-go" \
    sh -c 'go build -o "$1/go_client" peers/client.go peers/wire.go && go build -o "$1/go_server" peers/server.go peers/wire.go' - "$work" || exit 1
fi

start plain dotnet "$server"
if wanted ruby; then for case in "${ruby_cases[@]}"; do ruby_case "-> server" "$case"; done; fi
if wanted python; then for case in "${common_cases[@]}" concurrent_calls; do python_case "-> server" "$case"; done; fi
if wanted node; then for case in "${common_cases[@]}"; do node_case "-> server" "$case"; done; fi
if wanted go; then for case in "${go_cases[@]}"; do go_case "-> server" "$case"; done; fi
if wanted client; then
  for case in "${client_cases[@]}" "${client_compressed_cases[@]}"; do client_case server http "$case"; done
fi
if wanted buf; then for case in unary server_streaming metadata status unimplemented reflection reflection_v1alpha health; do buf_case "$case"; done; fi

for security in tls mutual; do
  start $security dotnet "$server" --tls "$work/server.pem" "$work/server.key" $([ $security = mutual ] && echo "--client-ca $work/ca.pem")
  for case in "${secure_cases[@]}"; do
    wanted python && python_case "-> server, $security" "$case" $(secured $security)
    wanted node && node_case "-> server, $security" "$case" $(secured $security)
    wanted go && go_case "-> server, $security" "$case" $(secured $security)
    wanted client && client_case "server, $security" https "$case" $(secured $security)
  done
done

if wanted client; then
  client_to ruby ruby peers/server.rb "$ruby_tests"
  client_to python /usr/bin/python3 peers/server.py "$work/test.pb"
  client_to node node peers/server.js Protos
  client_to go "$work/go_server"
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
