package brume.ssm;

import brume.model.ssm.SsmModel;
import brume.service.Service;
import brume.ssm.data.Parameters;
import brume.ssm.operation.AddTagsToResource;
import brume.ssm.operation.DeleteParameter;
import brume.ssm.operation.DeleteParameters;
import brume.ssm.operation.DescribeParameters;
import brume.ssm.operation.GetParameter;
import brume.ssm.operation.GetParameterHistory;
import brume.ssm.operation.GetParameters;
import brume.ssm.operation.GetParametersByPath;
import brume.ssm.operation.LabelParameterVersion;
import brume.ssm.operation.ListTagsForResource;
import brume.ssm.operation.PutParameter;
import brume.ssm.operation.RemoveTagsFromResource;
import brume.ssm.operation.UnlabelParameterVersion;
import brume.ssm.resource.ParameterResource;
import brume.store.Store;

/// The service, as the server wires it.
public final class Ssm {
  private Ssm() {}

  public static Service service(Store store) {
    var parameters = new Parameters(store);
    return Service.of(SsmModel.SERVICE)
        .operations(
            new AddTagsToResource(parameters),
            new DeleteParameter(parameters),
            new DeleteParameters(parameters),
            new DescribeParameters(parameters),
            new GetParameter(parameters),
            new GetParameterHistory(parameters),
            new GetParameters(parameters),
            new GetParametersByPath(parameters),
            new LabelParameterVersion(parameters),
            new ListTagsForResource(parameters),
            new PutParameter(parameters),
            new RemoveTagsFromResource(parameters),
            new UnlabelParameterVersion(parameters))
        .resourceTypes(new ParameterResource())
        .build();
  }
}
