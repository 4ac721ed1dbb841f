package brume.cloudwatch.data;

import brume.base.Bytes;
import brume.base.Scope;
import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.alarm.State;
import brume.json.Json;
import brume.model.cloudwatch.AlarmHistoryItem;
import brume.model.cloudwatch.CloudWatchError;
import brume.service.Call;
import brume.service.Outbox;
import brume.service.Owed;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The alarms of all accounts and regions, and what happened to them.
public final class Alarms {
  /// The kind of [Owed] that an action is.
  public static final String ACTION = "cloudwatch.alarm-action";

  private final Store store;
  private final Records<Alarm> records = new Records<>("cloudwatch.alarm", Alarm.SHAPE);
  private final Records<AlarmHistoryItem> history =
      new Records<>("cloudwatch.alarm-history", AlarmHistoryItem.SHAPE);

  public Alarms(Store store) {
    this.store = store;
  }

  /// Stores what `change` makes of the alarm that is there, or of none.
  public void put(Call call, String name, Function<@Nullable Alarm, Alarm> change) {
    var scope = call.scope();
    var id = call.ids().hex(8);
    store.transact(
        Locks.of(records.key(scope, name)),
        transaction -> {
          Place.remember(transaction, scope);
          var before = records.get(transaction, scope, name);
          records.put(transaction, change.apply(before), scope, name);
          var summary =
              "Alarm \"" + name + "\" " + (before == null ? "created" : "configuration updated");
          note(
              transaction, scope, id, item(name, call.now(), "ConfigurationUpdate", summary, null));
          return name;
        });
  }

  /// Changes an alarm that is there; nothing happens to one that is not.
  public void change(Call call, String name, UnaryOperator<Alarm> change) {
    store.transact(
        Locks.of(records.key(call.scope(), name)),
        transaction -> {
          var alarm = records.get(transaction, call.scope(), name);
          if (alarm != null) {
            records.put(transaction, change.apply(alarm), call.scope(), name);
          }
          return name;
        });
  }

  public void delete(Call call, String name) {
    var id = call.ids().hex(8);
    store.transact(
        Locks.of(records.key(call.scope(), name)),
        transaction -> {
          if (records.has(transaction, call.scope(), name)) {
            records.delete(transaction, call.scope(), name);
            note(
                transaction,
                call.scope(),
                id,
                item(
                    name,
                    call.now(),
                    "ConfigurationUpdate",
                    "Alarm \"" + name + "\" deleted",
                    null));
          }
          return name;
        });
  }

  public @Nullable Alarm find(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return records.get(snapshot, scope, name);
    }
  }

  public Alarm get(Scope scope, String name) {
    var alarm = find(scope, name);
    if (alarm == null) {
      throw CloudWatchError.RESOURCE_NOT_FOUND.because("Alarm " + name + " does not exist");
    }
    return alarm;
  }

  /// In the order of their names.
  public List<Alarm> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return records.all(snapshot, scope);
    }
  }

  /// Puts an alarm into a state. One that is in it already keeps it, and does nothing.
  ///
  /// @param data why, as JSON
  public void enter(Call call, String name, State state, String reason, @Nullable String data) {
    var scope = call.scope();
    var id = call.ids().hex(8);
    store.transact(
        Locks.of(records.key(scope, name)),
        transaction -> {
          var before = records.get(transaction, scope, name);
          if (before == null || before.state() == state) {
            return name;
          }
          var after =
              before.with(
                  before.description().toBuilder()
                      .stateValue(state.name())
                      .stateReason(reason)
                      .stateReasonData(data)
                      .stateUpdatedTimestamp(call.now())
                      .stateTransitionedTimestamp(call.now())
                      .build());
          records.put(transaction, after, scope, name);
          var summary = "Alarm updated from " + before.state() + " to " + state;
          note(transaction, scope, id, item(name, call.now(), "StateUpdate", summary, data));
          owe(transaction, call, id, before, after);
          return name;
        });
  }

  private static void owe(
      Transaction transaction, Call call, String id, Alarm before, Alarm after) {
    var event = Event.of(call.scope(), before.description(), after.description()).print();
    int number = 0;
    for (var action : after.actions(after.state())) {
      var what =
          Json.object(
              "alarm", Json.of(after.name()), "action", Json.of(action), "event", Json.of(event));
      var owed =
          new Owed(
              ACTION,
              call.scope(),
              after.arn() + '/' + id + '-' + number++,
              1,
              call.now(),
              Bytes.utf8(what.print()));
      Outbox.owe(transaction, call.now(), owed);
    }
  }

  /// Notes that an action was done, or why not.
  public void acted(Call call, String name, String summary) {
    var id = call.ids().hex(8);
    store.transact(
        Locks.NONE,
        transaction -> {
          note(transaction, call.scope(), id, item(name, call.now(), "Action", summary, null));
          return name;
        });
  }

  private void note(Transaction transaction, Scope scope, String id, AlarmHistoryItem item) {
    var time = Objects.requireNonNull(item.timestamp());
    var name = Objects.requireNonNull(item.alarmName());
    history.put(transaction, item, scope, name, order(time), id);
  }

  private static String order(Instant time) {
    return String.format(Locale.ROOT, "%019d", time.toEpochMilli());
  }

  private static AlarmHistoryItem item(
      String name, Instant time, String type, String summary, @Nullable String data) {
    return AlarmHistoryItem.builder()
        .alarmName(name)
        .alarmType("MetricAlarm")
        .timestamp(time)
        .historyItemType(type)
        .historySummary(summary)
        .historyData(data)
        .build();
  }

  /// What happened to one alarm, or to all, the oldest first of each.
  public List<AlarmHistoryItem> history(Scope scope, @Nullable String name) {
    try (var snapshot = store.snapshot()) {
      return name == null ? history.all(snapshot, scope) : history.all(snapshot, scope, name);
    }
  }
}
