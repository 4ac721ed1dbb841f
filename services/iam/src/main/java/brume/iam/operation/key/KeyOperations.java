package brume.iam.operation.key;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on access keys.
public final class KeyOperations {
  private KeyOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new CreateAccessKey(directory),
      new DeleteAccessKey(directory),
      new ListAccessKeys(directory),
      new UpdateAccessKey(directory)
    };
  }
}
