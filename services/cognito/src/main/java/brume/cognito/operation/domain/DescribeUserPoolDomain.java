package brume.cognito.operation.domain;

import brume.cognito.data.Directory;
import brume.model.cognitoidp.DescribeUserPoolDomainRequest;
import brume.model.cognitoidp.DescribeUserPoolDomainResponse;
import brume.model.cognitoidp.DomainDescriptionType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells whose a domain is: nothing of one that nobody has, or that another account has.
final class DescribeUserPoolDomain
    implements Operation<DescribeUserPoolDomainRequest, DescribeUserPoolDomainResponse> {
  private final Directory directory;

  DescribeUserPoolDomain(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeUserPoolDomainRequest input) {
    return Access.toAny("cognito-idp:DescribeUserPoolDomain");
  }

  @Override
  public DescribeUserPoolDomainResponse run(Call call, DescribeUserPoolDomainRequest input) {
    var domain = directory.domains().find(call.scope().region(), input.domain());
    var description = DomainDescriptionType.builder();
    if (domain != null && domain.pool().scope().equals(call.scope())) {
      description
          .awsAccountId(call.scope().account())
          .domain(domain.prefix())
          .managedLoginVersion(domain.version())
          .status("ACTIVE")
          .userPoolId(domain.pool().id());
    }
    return new DescribeUserPoolDomainResponse(description.build());
  }
}
