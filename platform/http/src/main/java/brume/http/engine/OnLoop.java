package brume.http.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs tasks on the event loop of a connection, where the engine wants to be called.
///
/// @param broken what to do about a task that throws; on the loop
public record OnLoop(Executor loop, Consumer<RuntimeException> broken) {
  public void run(Runnable task) {
    loop.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException failed) {
            broken.accept(failed);
          }
        });
  }

  /// The future that a task returns; a failed one when it throws.
  public <T> Future<T> future(Supplier<Future<T>> task) {
    var promise = Promise.<T>promise();
    loop.execute(
        () -> {
          try {
            task.get().onComplete(promise);
          } catch (RuntimeException failed) {
            promise.fail(failed);
          }
        });
    return promise.future();
  }
}
