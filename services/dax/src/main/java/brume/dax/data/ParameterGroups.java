package brume.dax.data;

import static brume.model.dax.DaxError.INVALID_PARAMETER_GROUP_STATE_FAULT;
import static brume.model.dax.DaxError.PARAMETER_GROUP_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.PARAMETER_GROUP_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.PARAMETER_GROUP_QUOTA_EXCEEDED_FAULT;

import brume.base.Scope;
import brume.dax.cluster.Lifetimes;
import brume.model.dax.Event;
import brume.model.dax.ParameterGroup;
import brume.model.dax.ParameterNameValue;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// Parameter groups and their values. The default group is there without being kept.
public final class ParameterGroups {
  /// Of one account and region. Source: Amazon DynamoDB Developer Guide, "DAX quotas".
  static final int MAX_GROUPS = 20;

  private static final ParameterGroup DEFAULT =
      new ParameterGroup("Default parameter group for dax1.0", Lifetimes.DEFAULT_GROUP);

  private final Store store;
  private final Events events;
  private final Records<ParameterGroup> groups =
      new Records<>("dax.parametergroup", ParameterGroup.SHAPE);
  private final Records<ParameterNameValue> values =
      new Records<>("dax.parameter", ParameterNameValue.SHAPE);

  public ParameterGroups(Store store, Events events) {
    this.store = store;
    this.events = events;
  }

  public ParameterGroup get(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, scope, name);
    }
  }

  /// The default group first, then the others by their names.
  public List<ParameterGroup> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      var all = new ArrayList<>(List.of(DEFAULT));
      all.addAll(groups.all(snapshot, scope));
      return all;
    }
  }

  /// What a group says.
  public Lifetimes lifetimes(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      existing(snapshot, scope, name);
      var byName = new HashMap<String, String>();
      for (var value : values.all(snapshot, scope, name)) {
        byName.put(
            Objects.requireNonNull(value.parameterName()),
            Objects.requireNonNull(value.parameterValue()));
      }
      return Lifetimes.of(byName);
    }
  }

  public void create(Scope scope, ParameterGroup group, Instant now) {
    var name = Objects.requireNonNull(group.parameterGroupName());
    store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          if (has(transaction, scope, name)) {
            throw PARAMETER_GROUP_ALREADY_EXISTS_FAULT.because(
                "Parameter group already exists: " + name);
          }
          if (groups.all(transaction, scope).size() >= MAX_GROUPS) {
            throw PARAMETER_GROUP_QUOTA_EXCEEDED_FAULT.because(
                "There may be at most " + MAX_GROUPS + " parameter groups");
          }
          groups.put(transaction, group, scope, name);
          events.add(transaction, scope, event(name, "Parameter group created.", now));
          return group;
        });
  }

  /// Gives parameters new values, which must have been checked.
  public ParameterGroup update(
      Scope scope, String name, List<ParameterNameValue> changed, Instant now) {
    refuseDefault(name, "modified");
    return store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          var group = existing(transaction, scope, name);
          for (var value : changed) {
            values.put(
                transaction, value, scope, name, Objects.requireNonNull(value.parameterName()));
          }
          events.add(transaction, scope, event(name, "Parameter group updated.", now));
          return group;
        });
  }

  public void delete(Scope scope, String name, Clusters clusters, Instant now) {
    refuseDefault(name, "deleted");
    store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          var group = existing(transaction, scope, name);
          if (clusters.hasParameterGroup(transaction, scope, name)) {
            throw INVALID_PARAMETER_GROUP_STATE_FAULT.because(
                "A cluster uses the parameter group " + name);
          }
          groups.delete(transaction, scope, name);
          for (var value : values.all(transaction, scope, name)) {
            values.delete(transaction, scope, name, Objects.requireNonNull(value.parameterName()));
          }
          events.add(transaction, scope, event(name, "Parameter group deleted.", now));
          return group;
        });
  }

  private static void refuseDefault(String name, String what) {
    if (name.equals(Lifetimes.DEFAULT_GROUP)) {
      throw INVALID_PARAMETER_GROUP_STATE_FAULT.because(
          "The default parameter group cannot be " + what);
    }
  }

  private static Event event(String name, String message, Instant now) {
    return new Event(now, message, name, "PARAMETER_GROUP");
  }

  private boolean has(Reader reader, Scope scope, String name) {
    return name.equals(Lifetimes.DEFAULT_GROUP) || groups.has(reader, scope, name);
  }

  /// Throws that it was not found.
  ParameterGroup existing(Reader reader, Scope scope, String name) {
    var group = name.equals(Lifetimes.DEFAULT_GROUP) ? DEFAULT : groups.get(reader, scope, name);
    if (group == null) {
      throw PARAMETER_GROUP_NOT_FOUND_FAULT.because("Parameter group not found: " + name);
    }
    return group;
  }
}
