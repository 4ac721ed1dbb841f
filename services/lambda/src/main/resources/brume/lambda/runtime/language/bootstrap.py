"""Runs a Python function: asks the Lambda Runtime API for events and hands them to the handler.

Only what every function needs is imported, because each import lengthens the cold start.
Behaviour and texts follow the runtime interface client that AWS publishes.
"""
import _socket
import json
import os
import sys
import time

API = "/2018-06-01/runtime/"
HOST, PORT = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")


class Fault(Exception):
    """A function that cannot be loaded."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


class Connection:
    """One kept-alive HTTP connection to the Runtime API."""

    def __init__(self):
        self.socket = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
        self.socket.connect((HOST, int(PORT)))
        self.socket.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)

    def request(self, method, path, body=b"", extra=""):
        head = f"{method} {API}{path} HTTP/1.1\r\nHost: {HOST}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
        self.socket.sendall(head.encode() + body)
        return self.reply()

    def reply(self):
        data = self.receive()
        end = data.find(b"\r\n\r\n")
        while end < 0:
            data += self.receive()
            end = data.find(b"\r\n\r\n")
        headers = {}
        for line in data[:end].decode("utf-8", "replace").split("\r\n")[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        parts, have = [data[end + 4:]], len(data) - end - 4
        length = int(headers.get("content-length", 0))
        while have < length:
            part = self.receive()
            parts.append(part)
            have += len(part)
        return headers, b"".join(parts)

    def receive(self):
        data = self.socket.recv(65536)
        if not data:
            os._exit(0)
        return data


class CognitoIdentity:
    def __init__(self, known):
        self.cognito_identity_id = known.get("cognitoIdentityId")
        self.cognito_identity_pool_id = known.get("cognitoIdentityPoolId")


class Client:
    def __init__(self, known):
        for name in ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name"):
            setattr(self, name, known.get(name))


class ClientContext:
    def __init__(self, known):
        self.custom = known.get("custom")
        self.env = known.get("env")
        self.client = Client(known["client"]) if known.get("client") else None


class LambdaContext:
    """What a handler learns about its invocation."""

    def __init__(self, headers):
        client = headers.get("lambda-runtime-client-context")
        identity = headers.get("lambda-runtime-cognito-identity")
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.invoked_function_arn = headers["lambda-runtime-invoked-function-arn"]
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.identity = CognitoIdentity(json.loads(identity) if identity else {})
        self.client_context = ClientContext(json.loads(client)) if client else None
        self._deadline = int(headers["lambda-runtime-deadline-ms"])

    def get_remaining_time_in_millis(self):
        return max(self._deadline - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        return f"LambdaContext({self.__dict__})"


class LoggingFinder:
    """Gives the root logger its handler as soon as a function imports logging."""

    request_id = None

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        sys.meta_path.remove(self)
        import importlib.util

        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            set_up_logging(module)

        spec.loader.exec_module = exec_module
        return spec


def set_up_logging(logging):
    class WithRequest(logging.Filter):
        def filter(self, record):
            record.aws_request_id = LoggingFinder.request_id or ""
            return True

    class ToOutput(logging.StreamHandler):
        def __init__(self):
            logging.Handler.__init__(self)

        @property
        def stream(self):
            return sys.stdout

    as_json = os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"
    handler = ToOutput()
    text = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    formatter = logging.Formatter(text, "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(json_formatter(logging)() if as_json else formatter)
    handler.addFilter(WithRequest())
    logging.getLogger().addHandler(handler)
    level = os.environ.get("AWS_LAMBDA_LOG_LEVEL")
    if level:
        logging.getLogger().setLevel({"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(level, level))


def json_formatter(logging):
    class AsJson(logging.Formatter):
        def format(self, record):
            seconds = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
            entry = {"timestamp": seconds, "level": record.levelname, "message": record.getMessage(),
                     "logger": record.name, "requestId": record.aws_request_id}
            if record.exc_info:
                entry["stackTrace"] = self.formatException(record.exc_info).split("\n")
            return json.dumps(entry, ensure_ascii=False, default=str)

    return AsJson


def load_handler(name):
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        raise Fault("Runtime.MalformedHandlerName",
                    f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)")
    module_name = module_name.replace("/", ".")
    import importlib

    try:
        module = importlib.import_module(module_name)
    except ImportError as e:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {e}")
    except SyntaxError as e:
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {e}",
                    [f'  File "{e.filename}" Line {e.lineno}\n    {e.text}'])
    if not hasattr(module, function_name):
        raise Fault("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
    return getattr(module, function_name)


def describe(error, own_frames):
    """An error as JSON of AWS, without the frames of this file."""
    if isinstance(error, Fault):
        return error.kind, str(error), error.trace
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[own_frames:]
    return type(error).__name__, str(error), traceback.format_list(frames)


def report(connection, path, request_id, kind, message, trace):
    log = f"[ERROR] {kind}: {message}"
    if trace:
        log += "\nTraceback (most recent call last):\n" + "".join(trace)
    # A non-breaking space keeps one error one event in log viewers that trim.
    sys.stdout.write("\n".join(indent(line) for line in log.rstrip("\n").split("\n")) + "\n")
    sys.stdout.flush()
    body = {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}
    extra = f"Lambda-Runtime-Function-Error-Type: {kind}\r\nContent-Type: application/json\r\n"
    connection.request("POST", path, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"), extra)


def indent(line):
    text = line.lstrip(" ")
    return "\xa0" * (len(line) - len(text)) + text


def marshal(result):
    try:
        return json.dumps(result, ensure_ascii=False, default=decimal).encode()
    except (TypeError, ValueError) as e:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {e}")


def decimal(value):
    if type(value).__name__ == "Decimal":
        return float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def handle(connection, handler, headers, payload):
    request_id = headers["lambda-runtime-aws-request-id"]
    LoggingFinder.request_id = request_id
    trace = headers.get("lambda-runtime-trace-id")
    if trace:
        os.environ["_X_AMZN_TRACE_ID"] = trace
    try:
        try:
            event = json.loads(payload)
        except ValueError as e:
            raise Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {e}")
        body = marshal(handler(event, LambdaContext(headers)))
    except Exception as e:
        report(connection, f"invocation/{request_id}/error", request_id, *describe(e, 1))
        return
    sys.stdout.flush()
    connection.request("POST", f"invocation/{request_id}/response", body, "Content-Type: application/json\r\n")


def prepare():
    root = os.environ["LAMBDA_TASK_ROOT"]
    opt = os.environ.get("BRUME_OPT", "/opt")
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    runtime = os.path.dirname(os.path.abspath(__file__))
    paths = [path for path in sys.path if path and path != runtime]
    layers = [f"{opt}/python/lib/{version}/site-packages", f"{opt}/python"]
    host = ["/usr/lib/python3/dist-packages", f"{sys.prefix}/lib/{version}/site-packages"]
    sys.path = [root] + layers + paths + host
    os.environ.pop("BRUME_OPT", None)
    sys.stdout.reconfigure(line_buffering=True, encoding="utf-8", errors="backslashreplace")
    sys.stderr.reconfigure(line_buffering=True, encoding="utf-8", errors="backslashreplace")
    sys.meta_path.insert(0, LoggingFinder())


def main():
    prepare()
    connection = Connection()
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as e:
        report(connection, "init/error", "", *describe(e, 5))
        sys.exit(1)
    while True:
        handle(connection, handler, *connection.request("GET", "invocation/next"))


if __name__ == "__main__":
    main()
