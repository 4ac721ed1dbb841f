package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Starts sandboxes with every protection that the host gives.
public final class Launcher implements AutoCloseable {
  private static final int RUNTIME_API_PORT = 9001;
  private static final long MEGABYTE = 1 << 20;
  private static final String FILTER = "seccomp.bpf";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /// Joins the control groups, opens the descriptors that bubblewrap reads, and becomes `$@`.
  private static final String SCRIPT =
      """
      for entrance in $BRUME_ENTRANCES; do echo 0 > "$entrance" || exit 125; done
      unset BRUME_ENTRANCES
      ulimit -c 0
      """;

  private static final String EXEC = "exec \"$@\"";
  private static final String EXEC_BUBBLEWRAP =
      "exec \"$@\" 8<\"$BRUME_ARGUMENTS\" 9<\"$BRUME_FILTER\"";

  private final Host host;
  private final Path work;
  private final Path filter;
  private final int endpointPort;

  private Launcher(Host host, Path work, int endpointPort) {
    this.host = host;
    this.work = work;
    this.filter = work.resolve(FILTER);
    this.endpointPort = endpointPort;
  }

  /// Finds out what the host can do.
  ///
  /// @param work a directory for what sandboxes need while they run
  /// @param endpointPort of Brume on the loopback address; functions use the same number
  public static Launcher open(Path work, int endpointPort) {
    return open(Host.probe(), work, endpointPort);
  }

  static Launcher open(Host host, Path work, int endpointPort) {
    try {
      // Of an instance that was killed.
      Tree.delete(work);
      Files.createDirectories(work);
      Files.write(work.resolve(FILTER), host.seccomp());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Launcher(host, work, endpointPort);
  }

  /// Whether a function sees its files at the paths of [Layout#AWS].
  public boolean hasOwnFiles() {
    return host.hasBubblewrap();
  }

  /// What protects the host and other functions from a function, and what does not.
  public List<Protection> protections() {
    return host.protections();
  }

  /// Starts the plan's command. Throws when the host refuses.
  ///
  /// @param output gets what the process prints, in chunks, one at a time
  public Sandbox launch(Plan plan, Consumer<byte[]> output) throws IOException {
    var share = new Share(plan.memoryMb() * MEGABYTE, plan.processes());
    var cgroup = host.groups().create(plan.id(), share);
    try {
      return Keeper.start("sandbox-" + plan.id(), () -> start(plan, cgroup, output), Sandbox::keep);
    } catch (IOException e) {
      cgroup.close();
      throw e;
    }
  }

  private Sandbox start(Plan plan, Cgroup cgroup, Consumer<byte[]> output) throws IOException {
    if (host.hasNamespaces()) {
      Native.unshare(Native.CLONE_NEWNET | Native.CLONE_NEWNS);
      Native.loopbackUp();
    }
    var own = ownDirectory(plan);
    var stage = host.hasNamespaces() ? Stage.mount(plan) : Stage.direct(plan, own);
    var layout = host.hasBubblewrap() ? Layout.AWS : stage.layout(own);
    var api = listen(host.hasNamespaces() ? RUNTIME_API_PORT : 0);
    var endpoints = host.hasNamespaces() ? listen(plan.ports()) : List.<ServerSocketChannel>of();
    var pipe = new LogPipe(output);
    try {
      var apiAddress = "127.0.0.1:" + ((InetSocketAddress) api.getLocalAddress()).getPort();
      var place = new Plan.Place(layout, apiAddress, "http://127.0.0.1:" + endpointPort);
      var process = spawn(plan, stage, cgroup, plan.command().apply(place), pipe);
      return new Sandbox(process, cgroup, pipe, api, endpoints, own);
    } catch (IOException | RuntimeException e) {
      api.close();
      for (var endpoint : endpoints) {
        endpoint.close();
      }
      pipe.close();
      throw e;
    }
  }

  /// Writable by the function where it has no `/tmp` of its own.
  private Path ownDirectory(Plan plan) throws IOException {
    var own = work.resolve(plan.id());
    if (!host.hasBubblewrap()) {
      Files.createDirectories(own);
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    } else if (!host.hasNamespaces()) {
      Files.createDirectories(own);
    }
    return own;
  }

  private Process spawn(Plan plan, Stage stage, Cgroup cgroup, Plan.Command command, LogPipe pipe)
      throws IOException {
    boolean wrapped = host.hasBubblewrap();
    var words = new ArrayList<>(List.of("/bin/sh", "-c"));
    words.add(SCRIPT + (wrapped ? EXEC_BUBBLEWRAP : EXEC));
    words.add("sandbox");
    words.addAll(identity(plan));
    if (wrapped) {
      words.addAll(List.of("bwrap", "--args", "8", "--"));
    }
    words.addAll(command.words());

    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(pipe.writingEnd());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    var environment = builder.environment();
    environment.clear();
    if (wrapped) {
      environment.put("PATH", "/usr/bin:/bin");
      environment.put("BRUME_ARGUMENTS", arguments(plan, stage, command).toString());
      environment.put("BRUME_FILTER", filter.toString());
    } else {
      builder.directory(stage.code().toFile());
      environment.putAll(command.environment());
    }
    environment.put(
        "BRUME_ENTRANCES",
        String.join(" ", cgroup.entrances().stream().map(Path::toString).toList()));
    var process = builder.start();
    pipe.closeWriter();
    return process;
  }

  /// Who the process is, and that it ends with Brume where bubblewrap does not see to that.
  private List<String> identity(Plan plan) {
    if (!host.setpriv()) {
      return List.of();
    }
    var words = new ArrayList<>(List.of("setpriv", "--no-new-privs"));
    if (host.root()) {
      var id = Integer.toString(plan.uid());
      words.addAll(List.of("--reuid=" + id, "--regid=" + id, "--clear-groups"));
    }
    if (!host.hasBubblewrap()) {
      words.add("--pdeathsig=KILL");
    }
    return words;
  }

  /// In a file, since other users of the host can read the arguments of a process, and these hold
  /// credentials.
  private Path arguments(Plan plan, Stage stage, Plan.Command command) throws IOException {
    var arguments = new ArrayList<>(Bubblewrap.arguments(plan, stage, command.environment()));
    if (host.seccomp().length > 0) {
      arguments.addAll(List.of("--seccomp", "9"));
    }
    var file = stage.directory().resolve("arguments");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(
        file, (String.join("\0", arguments) + '\0').getBytes(StandardCharsets.UTF_8));
  }

  private List<ServerSocketChannel> listen(Set<Integer> further) throws IOException {
    var channels = new ArrayList<ServerSocketChannel>();
    channels.add(listen(endpointPort));
    for (int port : further) {
      if (port != endpointPort) {
        channels.add(listen(port));
      }
    }
    return List.copyOf(channels);
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    var channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
    return channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
  }

  @Override
  public void close() {
    host.groups().release();
  }
}
