package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.request.Lacking;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.request.Wish;
import brume.model.cloudformation.UpdateStackInput;
import brume.model.cloudformation.UpdateStackOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Begins to make a stack what another template, or other parameters, want of it.
public final class UpdateStack implements Operation<UpdateStackInput, UpdateStackOutput> {
  private final Stacks stacks;
  private final Drafting drafting;
  private final Previews previews;

  public UpdateStack(Stacks stacks, Drafting drafting, Previews previews) {
    this.stacks = stacks;
    this.drafting = drafting;
    this.previews = previews;
  }

  @Override
  public Access access(Call call, UpdateStackInput input) {
    return StackAccess.toChange(
        call, "UpdateStack", input.stackName(), input.templateUrl(), input.roleArn());
  }

  @Override
  public UpdateStackOutput run(Call call, UpdateStackInput input) {
    Lacking.check(input);
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    var answer = UpdateStackOutput.builder().stackId(id.toString()).build();
    if (stacks.change(id, call.now(), change -> isUnderWay(change, input))) {
      return answer;
    }
    var before = stacks.readOrNull(id, StackView::wanted);
    var revision = drafting.draft(call, id, Wish.of(input), before);
    var outputs = stacks.read(id, StackView::stack).outputs();
    if (previews.of(call, id, revision).isEmpty(Previews.orNone(outputs))) {
      throw VALIDATION_ERROR.because("No updates are to be performed.");
    }
    var deployment =
        Begun.deployment(call, input.clientRequestToken())
            .onFailure(Begun.onFailure(null, input.disableRollback()))
            .retainingExceptOnCreate(Boolean.TRUE.equals(input.retainExceptOnCreate()));
    stacks.change(
        id,
        call.now(),
        change -> {
          Begun.update(
              change, Begun.withRole(change.stack(), input.roleArn()), revision, deployment);
          return id;
        });
    return answer;
  }

  private static boolean isUnderWay(StackChange change, UpdateStackInput input) {
    if (Begun.isAgain(change, input.clientRequestToken())) {
      return true;
    }
    Begun.checkUpdatable(change.stack());
    return false;
  }
}
