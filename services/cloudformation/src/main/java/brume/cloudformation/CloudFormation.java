package brume.cloudformation;

import brume.cloudformation.custom.CustomResource;
import brume.cloudformation.custom.ReplySite;
import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.Exports;
import brume.cloudformation.data.Replies;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.deploy.Deployments;
import brume.cloudformation.nested.NestedStack;
import brume.cloudformation.operation.CancelUpdateStack;
import brume.cloudformation.operation.ContinueUpdateRollback;
import brume.cloudformation.operation.CreateChangeSet;
import brume.cloudformation.operation.CreateStack;
import brume.cloudformation.operation.DeleteChangeSet;
import brume.cloudformation.operation.DeleteStack;
import brume.cloudformation.operation.DescribeChangeSet;
import brume.cloudformation.operation.DescribeStackEvents;
import brume.cloudformation.operation.DescribeStackResource;
import brume.cloudformation.operation.DescribeStackResources;
import brume.cloudformation.operation.DescribeStacks;
import brume.cloudformation.operation.ExecuteChangeSet;
import brume.cloudformation.operation.GetTemplate;
import brume.cloudformation.operation.GetTemplateSummary;
import brume.cloudformation.operation.ListChangeSets;
import brume.cloudformation.operation.ListExports;
import brume.cloudformation.operation.ListImports;
import brume.cloudformation.operation.ListStackResources;
import brume.cloudformation.operation.ListStacks;
import brume.cloudformation.operation.Previews;
import brume.cloudformation.operation.RollbackStack;
import brume.cloudformation.operation.UpdateStack;
import brume.cloudformation.operation.UpdateTerminationProtection;
import brume.cloudformation.operation.ValidateTemplate;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.type.Types;
import brume.model.cloudformation.CloudFormationModel;
import brume.service.Platform;
import brume.service.ResourceType;
import brume.service.Service;
import brume.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The service, as the server wires it.
public final class CloudFormation {
  private CloudFormation() {}

  /// @param ofServices the types of resources that all services bring, asked when the first
  ///   template is read
  public static Service service(
      Store store, Platform platform, Supplier<List<ResourceType>> ofServices) {
    var stacks = new Stacks(store);
    var exports = new Exports(store);
    var replies = new Replies(store);
    var own = new ArrayList<ResourceType>();
    var types =
        new Types(
            () -> Stream.concat(own.stream(), ofServices.get().stream()).toList(),
            name -> new CustomResource(name, stacks, replies));
    var deployments = new Deployments(stacks, exports, types, platform);
    own.add(new NestedStack(stacks, deployments));
    var changeSets = new ChangeSets(store, stacks);
    var drafting = new Drafting(types);
    var previews = new Previews(stacks, exports, types);
    return Service.of(CloudFormationModel.SERVICE)
        .operations(
            new CreateStack(stacks, drafting),
            new UpdateStack(stacks, drafting, previews),
            new DeleteStack(stacks),
            new CancelUpdateStack(stacks),
            new ContinueUpdateRollback(stacks),
            new RollbackStack(stacks),
            new UpdateTerminationProtection(stacks))
        .operations(
            new DescribeStacks(stacks),
            new ListStacks(stacks),
            new DescribeStackEvents(stacks),
            new DescribeStackResource(stacks),
            new DescribeStackResources(stacks),
            new ListStackResources(stacks),
            new ListExports(exports),
            new ListImports(exports))
        .operations(
            new GetTemplate(stacks, changeSets),
            new GetTemplateSummary(stacks),
            new ValidateTemplate())
        .operations(
            new CreateChangeSet(stacks, drafting, previews),
            new DescribeChangeSet(stacks, changeSets),
            new ExecuteChangeSet(stacks, changeSets),
            new DeleteChangeSet(stacks, changeSets),
            new ListChangeSets(stacks, changeSets))
        .deliveries(deployments)
        .sites(new ReplySite(replies))
        .build();
  }
}
