package brume.dax.node;

import static brume.model.dax.DaxError.INSUFFICIENT_CLUSTER_CAPACITY_FAULT;

import brume.base.Arn;
import brume.base.Scope;
import brume.dax.cache.Counts;
import brume.dax.cache.ItemCache;
import brume.dax.cache.QueryCache;
import brume.dax.cluster.Lifetimes;
import brume.dax.cluster.NewCluster;
import brume.dax.form.AttributeLists;
import brume.dax.method.Backing;
import brume.dax.method.Methods;
import brume.dax.method.Origin;
import brume.model.dax.Cluster;
import brume.service.Authorizer;
import brume.service.Platform;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The clusters that run in this process.
public final class Fleet implements AutoCloseable {
  private final Platform platform;
  private final Authorizer authorizer;
  private final Function<Scope, AttributeLists> lists;
  private final Ports ports;
  private final Settings settings;
  private final Map<Scope, AttributeLists> listsByScope = new ConcurrentHashMap<>();
  private final Map<Id, Running> running = new ConcurrentHashMap<>();

  /// A cluster of any account and region.
  public record Id(Scope scope, String name) {}

  /// A cluster that runs.
  public record Running(Node node, Backing backing) {
    private void reboot() {
      backing.clear();
      node.disconnect();
    }
  }

  public Fleet(
      Platform platform,
      Authorizer authorizer,
      Function<Scope, AttributeLists> lists,
      Ports ports,
      Settings settings) {
    this.platform = platform;
    this.authorizer = authorizer;
    this.lists = lists;
    this.ports = ports;
    this.settings = settings;
  }

  /// A listener for a cluster that is to be made.
  ///
  /// @param taken ports of clusters, whether they run or not
  public ServerSocket reserve(boolean secure, Set<Integer> taken) {
    if (running.size() >= settings.clusters()) {
      throw INSUFFICIENT_CLUSTER_CAPACITY_FAULT.because(
          "This machine has memory for the caches of " + settings.clusters() + " clusters only");
    }
    return ports.any(secure, taken);
  }

  /// Runs a cluster at its own port. Throws [IOException] when somebody else has it.
  public void open(Scope scope, Cluster cluster, Lifetimes lifetimes) throws IOException {
    int port =
        Objects.requireNonNull(Objects.requireNonNull(cluster.clusterDiscoveryEndpoint()).port());
    start(scope, cluster, ports.bind(isSecure(cluster), port), lifetimes);
  }

  public void start(Scope scope, Cluster cluster, ServerSocket listener, Lifetimes lifetimes) {
    var arn = Arn.parse(Objects.requireNonNull(cluster.clusterArn())).orElseThrow();
    var role = Objects.requireNonNull(cluster.iamRoleArn());
    var backing =
        new Backing(
            new Origin(platform, scope, arn, role),
            listsByScope.computeIfAbsent(scope, lists),
            new ItemCache(settings.itemBytes(), lifetimes.items()),
            new QueryCache(settings.queryBytes(), lifetimes.queries()),
            new Counts(),
            platform.clock());
    var methods = new Methods(backing, arn, authorizer);
    var node = Node.start(listener, isSecure(cluster), platform, scope, methods, settings.limits());
    var id = new Id(scope, Objects.requireNonNull(cluster.clusterName()));
    var before = running.put(id, new Running(node, backing));
    if (before != null) {
      before.node.close();
    }
  }

  private static boolean isSecure(Cluster cluster) {
    return NewCluster.isSecure(cluster.clusterEndpointEncryptionType());
  }

  public @Nullable Running find(Scope scope, String name) {
    return running.get(new Id(scope, name));
  }

  /// Where all listen.
  public Set<Integer> openPorts() {
    return running.values().stream()
        .map(each -> each.node().port())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Map<Id, Running> all() {
    return Map.copyOf(running);
  }

  public void stop(Scope scope, String name) {
    var stopped = running.remove(new Id(scope, name));
    if (stopped != null) {
      stopped.node.close();
    }
  }

  /// Forgets all that the cluster remembers, and ends the connections of its clients.
  public void reboot(Scope scope, String name) {
    var rebooted = find(scope, name);
    if (rebooted != null) {
      rebooted.reboot();
    }
  }

  /// Lets what is read from now on live as long as this.
  public void lives(Scope scope, String name, Lifetimes lifetimes) {
    var changed = find(scope, name);
    if (changed != null) {
      changed.backing.items().lives(lifetimes.items());
      changed.backing.queries().lives(lifetimes.queries());
    }
  }

  @Override
  public void close() {
    running.values().forEach(each -> each.node.close());
    running.clear();
  }
}
