package brume.service;

import brume.shape.Structure;

/// One action of the AWS API. The class is named as the action; its input was decoded and checked
/// against the model before it is asked anything.
///
/// An operation knows no protocol, no status code and no clock of its own. It refuses by throwing a
/// constant of its service's error enum: `throw QUEUE_DOES_NOT_EXIST.because("…")`.
public interface Operation<I extends Structure, O extends Structure> {
  /// What the caller must be allowed before [#run] is called.
  Access access(Call call, I input);

  O run(Call call, I input);

  /// The AWS action, such as `SendMessage`.
  default String name() {
    return getClass().getSimpleName();
  }
}
