package brume.service;

/// Delivers what transactions of a service owe to others.
///
/// A crash can repeat a delivery, never lose one.
public interface Delivery {
  /// The kind of [Owed] that it delivers, such as `lambda.invoke`.
  String kind();

  /// Delivers once and says what comes next; what it throws is logged and retried.
  Outcome deliver(Call call, Owed owed) throws InterruptedException;

  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Try again at `at`, with what is then owed.
    record Again(java.time.Instant at, brume.base.Bytes payload) implements Outcome {}
  }
}
