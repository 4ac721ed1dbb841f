package brume.cognito.operation.resourceserver;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on resource servers.
public final class ResourceServerOperations {
  private ResourceServerOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new CreateResourceServer(parts.directory()),
      new DeleteResourceServer(parts.directory()),
      new DescribeResourceServer(parts.directory()),
      new ListResourceServers(parts.directory()),
      new UpdateResourceServer(parts.directory())
    };
  }
}
