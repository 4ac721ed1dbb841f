package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.ALREADY_EXISTS_EXCEPTION;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.request.Lacking;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.request.Wish;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.CreateStackOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Duration;

/// Begins a stack; its resources are created once the request is answered.
public final class CreateStack implements Operation<CreateStackInput, CreateStackOutput> {
  private final Stacks stacks;
  private final Drafting drafting;

  public CreateStack(Stacks stacks, Drafting drafting) {
    this.stacks = stacks;
    this.drafting = drafting;
  }

  @Override
  public Access access(Call call, CreateStackInput input) {
    return StackAccess.toChange(
        call, "CreateStack", input.stackName(), input.templateUrl(), input.roleArn());
  }

  @Override
  public CreateStackOutput run(Call call, CreateStackInput input) {
    Lacking.check(input);
    StackName.check(input.stackName());
    var id = new StackId(call.scope(), input.stackName(), call.ids().uuid().toString());
    var deployment = deployment(call, input);
    var revision = drafting.draft(call, id, Wish.of(input), null);
    var begun =
        stacks.create(id, call.now(), change -> create(change, id, input, revision, deployment));
    return CreateStackOutput.builder().stackId(begun.toString()).build();
  }

  private static Deployment deployment(Call call, CreateStackInput input) {
    var minutes = input.timeoutInMinutes();
    return Begun.deployment(call, input.clientRequestToken())
        .onFailure(Begun.onFailure(input.onFailure(), input.disableRollback()))
        .retainingExceptOnCreate(Boolean.TRUE.equals(input.retainExceptOnCreate()))
        .until(minutes == null ? null : call.now().plus(Duration.ofMinutes(minutes)));
  }

  private static StackId create(
      StackChange change,
      StackId id,
      CreateStackInput input,
      Revision revision,
      Deployment deployment) {
    if (!change.id().equals(id)) {
      if (Begun.isAgain(change, input.clientRequestToken())) {
        return change.id();
      }
      throw ALREADY_EXISTS_EXCEPTION.because("Stack [" + id.name() + "] already exists");
    }
    var stack =
        change.stack().toBuilder()
            .roleArn(input.roleArn())
            .timeoutInMinutes(input.timeoutInMinutes())
            .retainExceptOnCreate(input.retainExceptOnCreate())
            .enableTerminationProtection(Boolean.TRUE.equals(input.enableTerminationProtection()))
            .build();
    Begun.creation(change, stack, revision, deployment);
    return id;
  }
}
