package brume.cognito.operation.client;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on app clients.
public final class ClientOperations {
  private ClientOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new CreateUserPoolClient(parts.directory()),
      new DeleteUserPoolClient(parts.directory()),
      new DescribeUserPoolClient(parts.directory()),
      new ListUserPoolClients(parts.directory()),
      new UpdateUserPoolClient(parts.directory())
    };
  }
}
