"""Reading what the file exporter wrote: OTLP JSON lines and length-delimited protobuf."""
import base64
import json

from google.protobuf import json_format
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

REQUEST = {"traces": ExportTraceServiceRequest, "metrics": ExportMetricsServiceRequest, "logs": ExportLogsServiceRequest}
IDS = ("traceId", "spanId", "parentSpanId")


def messages(path):
    """The messages of a varint-delimited file, as bytes."""
    with open(path, "rb") as file:
        data = file.read()
    place, found = 0, []
    while place < len(data):
        length = shift = 0
        while True:
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if place + length > len(data):
            raise AssertionError(f"{path}: a message of {length} bytes is cut at {place}")
        found.append(data[place : place + length])
        place += length
    return found


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def from_json(value, signal):
    """An OTLP/JSON request as a protobuf message. Ids are hex there; protobuf's own JSON has base64."""
    return json_format.ParseDict(hex_to_base64(value), REQUEST[signal]())


def hex_to_base64(value):
    if isinstance(value, list):
        return [hex_to_base64(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {k: base64.b64encode(bytes.fromhex(v)).decode() if k in IDS and isinstance(v, str) else hex_to_base64(v) for k, v in value.items()}


def spans(requests):
    """Every span of JSON requests, with its attributes as a plain dict, in the order of their start."""
    found = []
    for request in requests:
        for resource in request.get("resourceSpans", []):
            for scope in resource.get("scopeSpans", []):
                for span in scope.get("spans", []):
                    attributes = {each["key"]: plain(each.get("value", {})) for each in span.get("attributes", [])}
                    found.append((int(span["startTimeUnixNano"]), span["name"], attributes))
    return [(name, attributes) for _, name, attributes in sorted(found, key=lambda each: each[0])]


def plain(value):
    """An AnyValue as Python has it."""
    if "intValue" in value:
        return int(value["intValue"])
    return next(iter(value.values()), None)
