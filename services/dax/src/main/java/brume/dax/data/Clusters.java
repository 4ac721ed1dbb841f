package brume.dax.data;

import static brume.model.dax.DaxError.CLUSTER_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.CLUSTER_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.CLUSTER_QUOTA_FOR_CUSTOMER_EXCEEDED_FAULT;

import brume.base.Scope;
import brume.dax.cluster.ClusterName;
import brume.json.Json;
import brume.model.dax.Cluster;
import brume.model.dax.Event;
import brume.model.dax.Tag;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The clusters of all accounts and regions, and the tags that they are made with.
public final class Clusters {
  /// Of one account and region. Source: Amazon DynamoDB Developer Guide, "DAX quotas".
  static final int MAX_CLUSTERS = 50;

  /// Where the clusters of all scopes are found when Brume starts.
  private static final Key EVERYWHERE = Key.of("dax.clusters");

  private final Store store;
  private final Events events;
  private final ParameterGroups parameterGroups;
  private final SubnetGroups subnetGroups;
  private final Records<Cluster> clusters = new Records<>("dax.cluster", Cluster.SHAPE);
  private final Records<Tag> tags = new Records<>(ClusterTags.KIND, Tag.SHAPE);

  public Clusters(
      Store store, Events events, ParameterGroups parameterGroups, SubnetGroups subnetGroups) {
    this.store = store;
    this.events = events;
    this.parameterGroups = parameterGroups;
    this.subnetGroups = subnetGroups;
  }

  /// What all transactions on clusters and groups of a scope take, since they depend on each other.
  static Key lock(Scope scope) {
    return Key.of(scope.account(), scope.region(), "dax");
  }

  /// A cluster and where it is.
  public record Located(Scope scope, Cluster cluster) {}

  public Cluster get(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, scope, ClusterName.of(name));
    }
  }

  public boolean has(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return clusters.has(snapshot, scope, name);
    }
  }

  public Records.Page<Cluster> page(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return clusters.page(snapshot, scope, token, limit);
    }
  }

  public List<Cluster> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return clusters.all(snapshot, scope);
    }
  }

  /// Of every scope.
  public List<Located> everywhere() {
    var found = new ArrayList<Located>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(EVERYWHERE.children())) {
      while (cursor.next()) {
        var place = Json.parse(new String(cursor.value(), StandardCharsets.UTF_8));
        var scope = new Scope(text(place, "account"), text(place, "region"));
        var cluster = clusters.get(snapshot, scope, text(place, "name"));
        found.add(new Located(scope, Objects.requireNonNull(cluster)));
      }
    }
    return found;
  }

  /// The ports of all clusters.
  public Set<Integer> ports() {
    return everywhere().stream()
        .map(each -> Objects.requireNonNull(each.cluster.clusterDiscoveryEndpoint()))
        .map(endpoint -> Objects.requireNonNull(endpoint.port()))
        .collect(Collectors.toSet());
  }

  private static String text(Json place, String name) {
    var value = ((Json.Obj) place).get(name);
    return Objects.requireNonNull(value == null ? null : value.text());
  }

  private static Key everywhere(Scope scope, String name) {
    return EVERYWHERE.then(scope.account(), scope.region(), name);
  }

  public void create(Scope scope, Cluster cluster, List<Tag> withTags, Event event) {
    var name = Objects.requireNonNull(cluster.clusterName());
    var place =
        Json.object(
            "account", Json.of(scope.account()),
            "region", Json.of(scope.region()),
            "name", Json.of(name));
    store.transact(
        Locks.of(lock(scope)),
        transaction -> {
          if (clusters.has(transaction, scope, name)) {
            throw CLUSTER_ALREADY_EXISTS_FAULT.because("Cluster already exists: " + name);
          }
          if (clusters.all(transaction, scope).size() >= MAX_CLUSTERS) {
            throw CLUSTER_QUOTA_FOR_CUSTOMER_EXCEEDED_FAULT.because(
                "There may be at most " + MAX_CLUSTERS + " clusters");
          }
          checkGroups(transaction, scope, cluster);
          clusters.put(transaction, cluster, scope, name);
          transaction.put(
              everywhere(scope, name).bytes(), place.print().getBytes(StandardCharsets.UTF_8));
          for (var tag : withTags) {
            tags.put(transaction, tag, scope, name, Objects.requireNonNull(tag.key()));
          }
          events.add(transaction, scope, event);
          return cluster;
        });
  }

  public Cluster change(
      Scope scope, String given, UnaryOperator<Cluster> change, List<Event> because) {
    var name = ClusterName.of(given);
    return store.transact(
        Locks.of(lock(scope)),
        transaction -> {
          var changed = change.apply(existing(transaction, scope, name));
          checkGroups(transaction, scope, changed);
          clusters.put(transaction, changed, scope, name);
          because.forEach(event -> events.add(transaction, scope, event));
          return changed;
        });
  }

  public Cluster delete(Scope scope, String given, Event event) {
    var name = ClusterName.of(given);
    return store.transact(
        Locks.of(lock(scope)),
        transaction -> {
          var cluster = existing(transaction, scope, name);
          clusters.delete(transaction, scope, name);
          transaction.delete(everywhere(scope, name).bytes());
          for (var tag : tags.all(transaction, scope, name)) {
            tags.delete(transaction, scope, name, Objects.requireNonNull(tag.key()));
          }
          events.add(transaction, scope, event);
          return cluster;
        });
  }

  private void checkGroups(Reader reader, Scope scope, Cluster cluster) {
    parameterGroups.existing(reader, scope, parameterGroup(cluster));
    subnetGroups.existing(reader, scope, Objects.requireNonNull(cluster.subnetGroup()));
  }

  public static String parameterGroup(Cluster cluster) {
    var status = Objects.requireNonNull(cluster.parameterGroup());
    return Objects.requireNonNull(status.parameterGroupName());
  }

  boolean hasParameterGroup(Reader reader, Scope scope, String group) {
    return clusters.all(reader, scope).stream()
        .anyMatch(cluster -> parameterGroup(cluster).equals(group));
  }

  boolean hasSubnetGroup(Reader reader, Scope scope, String group) {
    return clusters.all(reader, scope).stream()
        .anyMatch(cluster -> group.equals(cluster.subnetGroup()));
  }

  Cluster existing(Reader reader, Scope scope, String name) {
    var cluster = clusters.get(reader, scope, name);
    if (cluster == null) {
      throw CLUSTER_NOT_FOUND_FAULT.because("Cluster not found: " + name);
    }
    return cluster;
  }
}
