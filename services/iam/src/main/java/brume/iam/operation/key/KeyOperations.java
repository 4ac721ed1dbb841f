package brume.iam.operation.key;

import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.service.Operation;

/// All operations on access keys.
public final class KeyOperations {
  private KeyOperations() {}

  public static Operation<?, ?>[] of(Directory directory, KeyUses uses) {
    return new Operation<?, ?>[] {
      new CreateAccessKey(directory),
      new DeleteAccessKey(directory),
      new GetAccessKeyLastUsed(directory, uses),
      new ListAccessKeys(directory),
      new UpdateAccessKey(directory)
    };
  }
}
