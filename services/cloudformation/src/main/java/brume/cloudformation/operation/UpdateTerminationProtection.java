package brume.cloudformation.operation;

import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.model.cloudformation.UpdateTerminationProtectionInput;
import brume.model.cloudformation.UpdateTerminationProtectionOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Protects a stack from deletion, or no longer.
public final class UpdateTerminationProtection
    implements Operation<UpdateTerminationProtectionInput, UpdateTerminationProtectionOutput> {
  private final Stacks stacks;

  public UpdateTerminationProtection(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, UpdateTerminationProtectionInput input) {
    return StackAccess.to(call, "UpdateTerminationProtection", input.stackName());
  }

  @Override
  public UpdateTerminationProtectionOutput run(Call call, UpdateTerminationProtectionInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    stacks.change(
        id,
        call.now(),
        change -> {
          change.put(
              change.stack().toBuilder()
                  .enableTerminationProtection(input.enableTerminationProtection())
                  .build());
          return id;
        });
    return new UpdateTerminationProtectionOutput(id.toString());
  }
}
