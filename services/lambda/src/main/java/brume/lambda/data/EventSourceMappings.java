package brume.lambda.data;

import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The event source mappings of all accounts and regions.
public final class EventSourceMappings {
  private final Store store;
  private final Records<EventSourceMappingConfiguration> mappings =
      new Records<>("lambda.mapping", EventSourceMappingConfiguration.SHAPE);

  public EventSourceMappings(Store store) {
    this.store = store;
  }

  /// A mapping and where it is.
  public record Found(Scope scope, EventSourceMappingConfiguration mapping) {}

  /// What a mapping does, without what is told of it.
  public static EventSourceMappingConfiguration core(EventSourceMappingConfiguration mapping) {
    return mapping.toBuilder()
        .lastProcessingResult(null)
        .stateTransitionReason(null)
        .lastModified(null)
        .build();
  }

  public EventSourceMappingConfiguration get(Scope scope, String uuid) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, scope, uuid);
    }
  }

  private EventSourceMappingConfiguration get(Reader reader, Scope scope, String uuid) {
    var found = mappings.get(reader, scope, uuid);
    if (found == null) {
      throw notFound();
    }
    return found;
  }

  private static ServiceException notFound() {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("The resource you requested does not exist.");
  }

  /// A function has one mapping of a source.
  public EventSourceMappingConfiguration create(
      Scope scope, EventSourceMappingConfiguration mapping) {
    return store.transact(
        Locks.of(mappings.key(scope)),
        transaction -> {
          for (var other : mappings.all(transaction, scope)) {
            if (Objects.equals(other.eventSourceArn(), mapping.eventSourceArn())
                && Objects.equals(other.functionArn(), mapping.functionArn())) {
              throw RESOURCE_CONFLICT_EXCEPTION.because(
                  "An event source mapping with event source arn (\" %s \") and function (\" %s \")"
                          .formatted(mapping.eventSourceArn(), mapping.functionArn())
                      + " already exists. Please update or delete the existing mapping with UUID "
                      + other.uuid());
            }
          }
          Scopes.add(transaction, scope);
          mappings.put(transaction, mapping, scope, uuid(mapping));
          return mapping;
        });
  }

  public EventSourceMappingConfiguration change(
      Scope scope, String uuid, UnaryOperator<EventSourceMappingConfiguration> change) {
    return store.transact(
        Locks.of(mappings.key(scope, uuid)),
        transaction -> {
          var after = change.apply(get(transaction, scope, uuid));
          mappings.put(transaction, after, scope, uuid);
          return after;
        });
  }

  /// Below this lies how far a mapping has read its shards.
  public static Key checkpoints(Scope scope, String uuid) {
    return Key.of(scope.account(), scope.region(), "lambda.checkpoint", uuid);
  }

  /// Keeps how far a shard was read, unless the mapping is gone.
  public void checkpoint(Scope scope, String uuid, String shard, byte[] position) {
    store.transact(
        Locks.of(mappings.key(scope, uuid)),
        transaction -> {
          if (mappings.has(transaction, scope, uuid)) {
            transaction.put(checkpoints(scope, uuid).then(shard).bytes(), position);
          }
          return uuid;
        });
  }

  /// With how far it has read.
  public EventSourceMappingConfiguration delete(Scope scope, String uuid) {
    return store.transact(
        Locks.of(mappings.key(scope, uuid)),
        transaction -> {
          var found = get(transaction, scope, uuid);
          mappings.delete(transaction, scope, uuid);
          Belongings.clear(transaction, checkpoints(scope, uuid));
          return found;
        });
  }

  /// How the last processing went; of a mapping that is gone, nothing.
  public void report(Scope scope, String uuid, String result) {
    try {
      var _ =
          change(scope, uuid, before -> before.toBuilder().lastProcessingResult(result).build());
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  /// At most a page of those that `wanted` holds for.
  public Records.Page<EventSourceMappingConfiguration> page(
      Scope scope,
      Predicate<EventSourceMappingConfiguration> wanted,
      @Nullable String marker,
      @Nullable Integer maxItems) {
    try (var snapshot = store.snapshot()) {
      var page = mappings.page(snapshot, scope, marker, Functions.pageSize(maxItems));
      List<EventSourceMappingConfiguration> items = page.items().stream().filter(wanted).toList();
      return new Records.Page<>(items, page.next());
    }
  }

  /// Those of all accounts and regions that are to be at work, by their ids.
  public Map<String, Found> enabled() {
    var enabled = new HashMap<String, Found>();
    try (var snapshot = store.snapshot()) {
      for (var scope : Scopes.all(snapshot)) {
        for (var mapping : mappings.all(snapshot, scope)) {
          if ("Enabled".equals(mapping.state())) {
            enabled.put(uuid(mapping), new Found(scope, mapping));
          }
        }
      }
    }
    return enabled;
  }

  public boolean has(Scope scope, String uuid) {
    try (var snapshot = store.snapshot()) {
      return mappings.has(snapshot, scope, uuid);
    }
  }

  private static String uuid(EventSourceMappingConfiguration mapping) {
    return Objects.requireNonNull(mapping.uuid());
  }
}
