package brume.dax.data;

import static brume.model.dax.DaxError.SUBNET_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_IN_USE_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_QUOTA_EXCEEDED_FAULT;

import brume.base.Scope;
import brume.dax.cluster.NewCluster;
import brume.model.dax.Event;
import brume.model.dax.SubnetGroup;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Subnet groups. There are no subnets: a group keeps their names. The default group, which has
/// none, is there without being kept.
public final class SubnetGroups {
  /// Of one account and region. Source: Amazon DynamoDB Developer Guide, "DAX quotas".
  static final int MAX_GROUPS = 50;

  private static final SubnetGroup DEFAULT =
      SubnetGroup.builder()
          .subnetGroupName(NewCluster.DEFAULT_SUBNETS)
          .description("Default subnet group")
          .subnets(List.of())
          .build();

  private final Store store;
  private final Events events;
  private final Records<SubnetGroup> groups = new Records<>("dax.subnetgroup", SubnetGroup.SHAPE);

  public SubnetGroups(Store store, Events events) {
    this.store = store;
    this.events = events;
  }

  public SubnetGroup get(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, scope, name);
    }
  }

  /// The default group first, then the others by their names.
  public List<SubnetGroup> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      var all = new ArrayList<>(List.of(DEFAULT));
      all.addAll(groups.all(snapshot, scope));
      return all;
    }
  }

  public void create(Scope scope, SubnetGroup group, Instant now) {
    var name = Objects.requireNonNull(group.subnetGroupName());
    store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          if (name.equals(NewCluster.DEFAULT_SUBNETS) || groups.has(transaction, scope, name)) {
            throw SUBNET_GROUP_ALREADY_EXISTS_FAULT.because("Subnet group already exists: " + name);
          }
          if (groups.all(transaction, scope).size() >= MAX_GROUPS) {
            throw SUBNET_GROUP_QUOTA_EXCEEDED_FAULT.because(
                "There may be at most " + MAX_GROUPS + " subnet groups");
          }
          groups.put(transaction, group, scope, name);
          events.add(transaction, scope, event(name, "Subnet group created.", now));
          return group;
        });
  }

  public SubnetGroup change(
      Scope scope, String name, UnaryOperator<SubnetGroup> change, Instant now) {
    refuseDefault(name);
    return store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          var changed = change.apply(existing(transaction, scope, name));
          groups.put(transaction, changed, scope, name);
          events.add(transaction, scope, event(name, "Subnet group updated.", now));
          return changed;
        });
  }

  public void delete(Scope scope, String name, Clusters clusters, Instant now) {
    refuseDefault(name);
    store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          var group = existing(transaction, scope, name);
          if (clusters.hasSubnetGroup(transaction, scope, name)) {
            throw SUBNET_GROUP_IN_USE_FAULT.because("A cluster uses the subnet group " + name);
          }
          groups.delete(transaction, scope, name);
          events.add(transaction, scope, event(name, "Subnet group deleted.", now));
          return group;
        });
  }

  private static void refuseDefault(String name) {
    if (name.equals(NewCluster.DEFAULT_SUBNETS)) {
      throw SUBNET_GROUP_IN_USE_FAULT.because("The default subnet group cannot be changed");
    }
  }

  private static Event event(String name, String message, Instant now) {
    return new Event(now, message, name, "SUBNET_GROUP");
  }

  /// Throws that it was not found.
  SubnetGroup existing(Reader reader, Scope scope, String name) {
    var group = name.equals(NewCluster.DEFAULT_SUBNETS) ? DEFAULT : groups.get(reader, scope, name);
    if (group == null) {
      throw SUBNET_GROUP_NOT_FOUND_FAULT.because("Subnet group not found: " + name);
    }
    return group;
  }
}
