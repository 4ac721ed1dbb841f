package brume.dax.cluster;

import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.dax.DaxError.NODE_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.NODE_QUOTA_FOR_CLUSTER_EXCEEDED_FAULT;

import brume.base.Scope;
import brume.model.dax.Cluster;
import brume.model.dax.Endpoint;
import brume.model.dax.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The nodes of a cluster, which share its endpoint and its caches.
///
/// @param endpoint of each
public record Nodes(String cluster, Endpoint endpoint, Scope scope) {
  /// A primary and ten replicas. Source: Amazon DynamoDB Developer Guide, "DAX quotas".
  static final int MAX = 11;

  private static final int ZONES = 3;

  public static Nodes of(Cluster cluster, Scope scope) {
    return new Nodes(
        Objects.requireNonNull(cluster.clusterName()),
        Objects.requireNonNull(cluster.clusterDiscoveryEndpoint()),
        scope);
  }

  static void checkCount(int count) {
    if (count < 1) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The replication factor must be at least 1: " + count);
    }
    if (count > MAX) {
      throw NODE_QUOTA_FOR_CLUSTER_EXCEEDED_FAULT.because(
          "A cluster has at most " + MAX + " nodes");
    }
  }

  List<Node> first(int count, @Nullable List<String> zones, Instant now) {
    return more(List.of(), count, zones, now);
  }

  /// Further nodes, until there are `count`.
  public List<Node> more(List<Node> before, int count, @Nullable List<String> zones, Instant now) {
    checkCount(count);
    if (count <= before.size()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The new replication factor must be greater than the current one, " + before.size());
    }
    var nodes = new ArrayList<>(before);
    for (char letter = 'a'; nodes.size() < count; letter++) {
      var id = cluster + '-' + letter;
      if (nodes.stream().noneMatch(node -> id.equals(node.nodeId()))) {
        int added = nodes.size() - before.size();
        var zone = zones != null && added < zones.size() ? zones.get(added) : zone(nodes.size());
        nodes.add(new Node(zone, endpoint, now, id, "available", "in-sync"));
      }
    }
    return List.copyOf(nodes);
  }

  private String zone(int index) {
    return scope.region() + (char) ('a' + index % ZONES);
  }

  /// Without those that are named, or without the last ones.
  ///
  /// @param count how many stay
  public static List<Node> fewer(List<Node> before, int count, @Nullable List<String> removed) {
    checkCount(count);
    if (count >= before.size()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The new replication factor must be less than the current one, " + before.size());
    }
    if (removed == null || removed.isEmpty()) {
      return List.copyOf(before.subList(0, count));
    }
    removed.forEach(id -> check(before, id));
    if (before.size() - removed.stream().distinct().count() != count) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The nodes to remove do not leave as many as the new replication factor");
    }
    return before.stream().filter(node -> !removed.contains(node.nodeId())).toList();
  }

  /// Throws that the node was not found.
  public static void check(List<Node> nodes, String id) {
    if (nodes.stream().noneMatch(node -> id.equals(node.nodeId()))) {
      throw NODE_NOT_FOUND_FAULT.because("Node not found: " + id);
    }
  }
}
