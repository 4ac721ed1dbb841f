package brume.cognito.operation.domain;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on pools' domains.
public final class DomainOperations {
  private DomainOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new CreateUserPoolDomain(parts.directory()),
      new DeleteUserPoolDomain(parts.directory()),
      new DescribeUserPoolDomain(parts.directory()),
      new UpdateUserPoolDomain(parts.directory())
    };
  }
}
