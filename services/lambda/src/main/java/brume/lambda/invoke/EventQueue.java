package brume.lambda.invoke;

import brume.base.Bytes;
import brume.lambda.function.FunctionName;
import brume.service.Call;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Locks;
import brume.store.Store;

/// The durable queue of asynchronous requests. An event is on disk before it is acknowledged.
public final class EventQueue {
  static final String KIND = "lambda.invoke";

  private final Store store;

  public EventQueue(Store store) {
    this.store = store;
  }

  /// @param requestId shown to the function, at every try
  /// @param event one JSON value
  public void add(Call call, FunctionName function, String requestId, Bytes event) {
    var queued = new QueuedEvent(function.arn(), requestId, 0, 0, event);
    var owed =
        new Owed(
            KIND, function.scope(), call.ids().uuid().toString(), 1, call.now(), queued.encode());
    store.transact(
        Locks.NONE,
        transaction -> {
          Outbox.owe(transaction, call.now(), owed);
          return owed;
        });
  }
}
