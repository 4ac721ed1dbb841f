package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a function cannot do to others, and what becomes of it when it tries.
class IsolationTest {
  @TempDir static Path directory;
  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = new Lab(directory);
  }

  @AfterAll
  static void close() throws IOException {
    lab.close();
  }

  @Test
  void hasNoPrivilegesAndAFilterOfSystemCalls() throws IOException {
    lab.assumeProtected("system-call filter");
    var status =
        lab.python(
            """
            def handler(event, context):
                lines = dict(line.split(':', 1) for line in open('/proc/self/status'))
                return {name: lines[name].strip() for name in ('Seccomp', 'NoNewPrivs', 'CapEff', 'CapBnd')}
            """);

    assertThat(lab.call(status, "{}").print())
        .isEqualTo(
            """
            {"Seccomp":"2","NoNewPrivs":"1","CapEff":"0000000000000000","CapBnd":"0000000000000000"}\
            """);
  }

  @Test
  void failsInForbiddenSystemCalls() throws IOException {
    lab.assumeProtected("system-call filter");
    var caller =
        lab.python(
            """
            import ctypes, errno, socket
            libc = ctypes.CDLL(None, use_errno=True)
            def failure(name, *arguments):
                ctypes.set_errno(0)
                if getattr(libc, name)(*arguments) >= 0:
                    return 'allowed'
                return errno.errorcode[ctypes.get_errno()]
            def family(number):
                try:
                    socket.socket(number, socket.SOCK_RAW)
                    return 'allowed'
                except OSError as e:
                    return errno.errorcode[e.errno]
            def handler(event, context):
                return {
                    'mount': failure('mount', b'none', b'/tmp', b'tmpfs', 0, None),
                    'user namespace': failure('unshare', 0x10000000),
                    'ptrace': failure('ptrace', 0, 0, 0, 0),
                    'setns': failure('setns', 0, 0),
                    'chroot': failure('chroot', b'/tmp'),
                    'packets': family(17),
                    'vsock': family(40),
                }
            """);

    assertThat(lab.call(caller, "{}").print())
        .isEqualTo(
            """
            {"mount":"EPERM","user namespace":"EPERM","ptrace":"EPERM","setns":"EPERM",\
            "chroot":"EPERM","packets":"EAFNOSUPPORT","vsock":"EAFNOSUPPORT"}\
            """);
  }

  @Test
  void seesOnlyItsOwnFilesAndProcesses() throws IOException {
    lab.assumeProtected("own processes, files and mounts");
    var explorer =
        lab.python(
            """
            import os
            def writable(path):
                try:
                    open(path, 'w').close()
                    return True
                except OSError:
                    return False
            def handler(event, context):
                return {
                    'root': sorted(os.listdir('/')),
                    'processes': len([name for name in os.listdir('/proc') if name.isdigit()]) < 5,
                    'task': writable('/var/task/x'), 'etc': writable('/etc/x'), 'tmp': writable('/tmp/x'),
                    'shadow': os.path.exists('/etc/shadow'), 'sys': os.path.exists('/sys/fs/cgroup'),
                }
            """);

    var found = (Json.Obj) lab.call(explorer, "{}");

    assertThat(found.get("root").texts()).doesNotContain("root", "home", "mnt", "sys", "work");
    assertThat(found.get("processes")).isEqualTo(Json.of(true));
    assertThat(found.get("task")).isEqualTo(Json.of(false));
    assertThat(found.get("etc")).isEqualTo(Json.of(false));
    assertThat(found.get("tmp")).isEqualTo(Json.of(true));
    assertThat(found.get("shadow")).isEqualTo(Json.of(false));
    assertThat(found.get("sys")).isEqualTo(Json.of(false));
  }

  @Test
  void reachesBrumeAndNothingElse() throws IOException {
    lab.assumeProtected("own network: only Brume is reachable");
    var caller =
        lab.python(
            """
            import os, socket
            def reach(host, port):
                try:
                    socket.create_connection((host, port), 2).close()
                    return True
                except OSError:
                    return False
            def handler(event, context):
                host, port = os.environ['AWS_ENDPOINT_URL'][7:].split(':')
                return [reach(host, int(port)), reach('127.0.0.1', 22), reach('192.0.2.1', 80)]
            """);

    assertThat(lab.call(caller, "{}").print()).isEqualTo("[true,false,false]");
  }

  @Test
  void boundsTheTemporaryDirectory() throws IOException {
    lab.assumeProtected("size limit of /tmp");
    var writer =
        lab.python(
            """
            def handler(event, context):
                written = 0
                try:
                    with open('/tmp/large', 'wb') as file:
                        while written < 600:
                            file.write(bytes(1 << 20))
                            file.flush()
                            written += 1
                except OSError as e:
                    return [written, e.strerror]
                return written
            """);

    assertThat(lab.call(Lab.withMemory(writer, 1024), "{}").print())
        .isEqualTo("[512,\"No space left on device\"]");
  }

  @Test
  void endsWithoutMemory() throws IOException {
    lab.assumeProtected("memory limit");
    var greedy =
        lab.python(
            """
            def handler(event, context):
                held = []
                while True:
                    held.append(b'x' * (1 << 24))
            """);

    var error = lab.failure(greedy, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("Runtime.OutOfMemory"));
    assertThat(error.get("errorMessage").text())
        .endsWith("Error: Runtime exited with error: signal: killed");
  }

  @Test
  void boundsItsProcesses() throws IOException {
    lab.assumeProtected("limit of processes");
    var bomb =
        lab.python(
            """
            import os, time
            def handler(event, context):
                for count in range(%d):
                    try:
                        if os.fork() == 0:
                            time.sleep(600)
                    except OSError as e:
                        return e.strerror
                return 'unbounded'
            """
                .formatted(2 * Limits.PROCESSES));

    assertThat(lab.call(Lab.withMemory(bomb, 2048), "{}"))
        .isEqualTo(Json.of("Resource temporarily unavailable"));
    lab.environments.retire(bomb);
    Lab.await(
        "the end of its processes",
        () -> ProcessHandle.current().descendants().count() < Limits.PROCESSES / 4);
  }

  @Test
  void leavesNoProcessesAtItsTimeout() throws IOException {
    var parent =
        Lab.within(
            lab.python(
                """
                import subprocess, time
                def handler(event, context):
                    subprocess.Popen(['/bin/sleep', '987654'])
                    print('started', flush=True)
                    time.sleep(600)
                """),
            Duration.ofSeconds(2));

    var invocation = lab.invoke(parent, "{}");

    assertThat(((Outcome.FunctionError) invocation.outcome()).errorType())
        .isEqualTo("Sandbox.Timedout");
    assertThat(invocation.logTail().toUtf8()).contains("started");
    Lab.await("the end of its children", () -> !commands().contains("987654"));
  }

  private static String commands() {
    var text = new StringBuilder();
    ProcessHandle.allProcesses()
        .forEach(process -> text.append(process.info().commandLine().orElse("")).append('\n'));
    return text.toString();
  }

  @Test
  void mayFloodItsLog() throws IOException {
    var talker =
        lab.python(
            """
            def handler(event, context):
                for i in range(50000):
                    print('x' * 200)
                print('y' * 1000000)
                return 'said'
            """);
    int before = lab.log.size();

    var invocation = lab.invoke(talker, "{}");

    assertThat(invocation.outcome()).isInstanceOf(Outcome.Success.class);
    assertThat(invocation.logTail().length()).isEqualTo(Limits.LOG_TAIL_BYTES);
    assertThat(lab.log.size() - before).isGreaterThan(50_000);
    assertThat(lab.log.stream().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(Limits.LOG_LINE_BYTES);
  }

  @Test
  void reachesFurtherPortsOnceTheyAreThere() throws IOException {
    lab.assumeProtected("own network: only Brume is reachable");
    try (var cache = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var caller =
          lab.python(
              """
              import socket
              def handler(port, context):
                  try:
                      socket.create_connection(("127.0.0.1", port), 5).close()
                      return "reached"
                  except ConnectionRefusedError:
                      return "refused"
              """);
      var port = Integer.toString(cache.getLocalPort());

      assertThat(lab.call(caller, port)).isEqualTo(Json.of("refused"));
      lab.furtherPorts = Set.of(cache.getLocalPort());
      try {
        assertThat(lab.call(caller, port)).isEqualTo(Json.of("reached"));
      } finally {
        lab.furtherPorts = Set.of();
      }
    }
  }

  @Test
  void isFrozenWhenIdleAndThawedForTheNextRequest() throws IOException {
    lab.assumeProtected("frozen when idle");
    var counter = lab.python("n = 0\ndef handler(e, c):\n    global n\n    n += 1\n    return n\n");
    lab.call(counter, "{}");

    Lab.await(
        "every idle environment is frozen",
        () ->
            lab.environments.census().frozen() > 0
                && lab.environments.census().frozen() == lab.environments.census().idle());

    assertThat(lab.call(counter, "{}")).isEqualTo(Json.of(2));
  }
}
