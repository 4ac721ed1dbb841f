package brume.cognito.operation.pool;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on pools.
public final class PoolOperations {
  private PoolOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new AddCustomAttributes(parts.directory()),
      new CreateUserPool(parts.directory()),
      new DeleteUserPool(parts.directory()),
      new DescribeUserPool(parts.directory()),
      new ListTagsForResource(parts.directory()),
      new ListUserPools(parts.directory()),
      new TagResource(parts.directory()),
      new UntagResource(parts.directory()),
      new UpdateUserPool(parts.directory())
    };
  }
}
