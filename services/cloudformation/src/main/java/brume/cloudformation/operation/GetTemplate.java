package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.request.Transforms;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.template.TemplateText;
import brume.model.cloudformation.GetTemplateInput;
import brume.model.cloudformation.GetTemplateOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives the template of a stack or change set: as it was given, or with its transforms applied.
public final class GetTemplate implements Operation<GetTemplateInput, GetTemplateOutput> {
  private final Stacks stacks;
  private final ChangeSets changeSets;

  public GetTemplate(Stacks stacks, ChangeSets changeSets) {
    this.stacks = stacks;
    this.changeSets = changeSets;
  }

  @Override
  public Access access(Call call, GetTemplateInput input) {
    var changeSet = input.changeSetName();
    return changeSet == null
        ? StackAccess.toAny(call, "GetTemplate", input.stackName())
        : StackAccess.toChangeSet(call, "GetTemplate", changeSet, input.stackName());
  }

  @Override
  public GetTemplateOutput run(Call call, GetTemplateInput input) {
    var revision = revision(call, input);
    if (revision == null) {
      // In review: CDK asks for the template of every stack that is there, and takes none for
      // empty.
      return GetTemplateOutput.builder().stagesAvailable(List.of()).build();
    }
    boolean isTransformed = !Transforms.names(TemplateText.parse(revision.body())).isEmpty();
    boolean isProcessed = isTransformed && "Processed".equals(input.templateStage());
    return new GetTemplateOutput(
        List.of("Original", "Processed"),
        isProcessed ? revision.template().source().print() : revision.body());
  }

  private @Nullable Revision revision(Call call, GetTemplateInput input) {
    var changeSet = input.changeSetName();
    if (changeSet != null) {
      return changeSets.get(call.scope(), changeSet, input.stackName()).revision();
    }
    if (input.stackName() == null) {
      throw VALIDATION_ERROR.because("StackName is required if ChangeSetName is not specified.");
    }
    var id = stacks.id(call.scope(), Objects.requireNonNull(input.stackName()), Stacks.WITH_ID);
    return stacks.readOrNull(id, StackView::wanted);
  }
}
