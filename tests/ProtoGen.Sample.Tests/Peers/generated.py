"""The sample's classes as protoc's Python generators make them, in a folder that goes away."""
import importlib
import sys
import tempfile

from grpc_tools import protoc


def load(protos):
    folder = tempfile.TemporaryDirectory()
    code = protoc.main(["protoc", f"-I{protos}", f"--python_out={folder.name}", f"--grpc_python_out={folder.name}", "my_service.proto"])
    if code != 0:
        sys.exit(code)
    sys.path.insert(0, folder.name)
    try:
        return importlib.import_module("my_service_pb2"), importlib.import_module("my_service_pb2_grpc")
    finally:
        folder.cleanup()
