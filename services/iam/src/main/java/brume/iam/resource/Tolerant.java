package brume.iam.resource;

import static brume.model.iam.IamError.ENTITY_ALREADY_EXISTS_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.shape.ServiceException;
import java.util.function.Supplier;

/// Steps that may run again after a crash.
final class Tolerant {
  private Tolerant() {}

  /// What is gone already need not be removed.
  static void remove(Runnable step) {
    try {
      step.run();
    } catch (ServiceException e) {
      if (e.error() != NO_SUCH_ENTITY_EXCEPTION) {
        throw e;
      }
    }
  }

  /// Makes something, or finds what an earlier run made under a generated name.
  static <T> T create(boolean isOwnName, Supplier<T> create, Supplier<T> find) {
    try {
      return create.get();
    } catch (ServiceException e) {
      if (e.error() != ENTITY_ALREADY_EXISTS_EXCEPTION || !isOwnName) {
        throw e;
      }
      return find.get();
    }
  }
}
