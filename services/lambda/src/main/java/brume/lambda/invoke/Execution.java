package brume.lambda.invoke;

import brume.base.Scope;
import brume.lambda.code.Archives;
import brume.lambda.data.LambdaData;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.lambda.runtime.Credentials;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.language.Runtimes;
import brume.lambda.runtime.pool.Admission;
import brume.lambda.runtime.pool.Environments;
import brume.lambda.runtime.pool.Settings;
import brume.lambda.runtime.sandbox.Protection;
import brume.service.Platform;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Everything that runs functions, put together.
public final class Execution implements AutoCloseable {
  private final LogShipper logs;
  private final Environments environments;
  private final Invoker invoker;
  private final Anticipation anticipation;
  private final RoleSessions roles;
  private final Versions versions;

  /// @param directory for what environments need, which one process owns
  /// @param endpoint where Brume's HTTP port listens, for the requests of functions
  /// @param furtherPorts of the loopback address that functions reach too
  public Execution(
      Path directory,
      Platform platform,
      InetSocketAddress endpoint,
      Supplier<Set<Integer>> furtherPorts,
      RoleSessions roles,
      LambdaData data,
      Archives archives) {
    this.roles = roles;
    this.versions = data.versions();
    logs = new LogShipper(roles);
    environments =
        new Environments(
            directory,
            Settings.ofThisHost(endpoint, furtherPorts),
            Admission.OPEN,
            this::credentials,
            platform.clock(),
            platform.ids());
    var specs = new Specs(archives, data.layerVersions(), logs);
    anticipation = new Anticipation(specs, environments);
    invoker =
        new Invoker(data.aliases(), specs, new Concurrency(data.reservations()), environments);
  }

  private Credentials credentials(FunctionSpec spec) {
    var scope = new Scope(spec.arn().account(), spec.arn().region());
    var function = new FunctionName(scope, spec.name(), spec.version());
    var role = Objects.requireNonNull(versions.get(function).role());
    var issued = roles.assume(function.unqualified().arn(), role);
    return new Credentials(
        issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken(), issued.expiration());
  }

  public Invoker invoker() {
    return invoker;
  }

  public Anticipation anticipation() {
    return anticipation;
  }

  public Runtimes runtimes() {
    return environments.runtimes();
  }

  public List<Protection> protections() {
    return environments.protections();
  }

  /// Lines of functions' logs so far that were not written.
  public long droppedLogLines() {
    return logs.dropped();
  }

  /// Ends every environment, then writes what they printed last.
  @Override
  public void close() {
    environments.close();
    logs.close();
  }
}
