package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.base.Arn;
import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.request.Lacking;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.request.Transforms;
import brume.cloudformation.request.Wish;
import brume.cloudformation.stack.Described;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.cloudformation.template.TemplateText;
import brume.model.cloudformation.Change;
import brume.model.cloudformation.CreateChangeSetInput;
import brume.model.cloudformation.CreateChangeSetOutput;
import brume.model.cloudformation.DescribeChangeSetOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Finds out what a template would change of a stack, or begins a stack that a template would
/// create.
public final class CreateChangeSet
    implements Operation<CreateChangeSetInput, CreateChangeSetOutput> {
  /// Clients tell by these texts that there was nothing to change.
  private static final String NO_CHANGES =
      "The submitted information didn't contain changes. Submit different information to create a change set.";

  private static final String NO_UPDATES = "No updates are to be performed.";

  private final Stacks stacks;
  private final Drafting drafting;
  private final Previews previews;

  public CreateChangeSet(Stacks stacks, Drafting drafting, Previews previews) {
    this.stacks = stacks;
    this.drafting = drafting;
    this.previews = previews;
  }

  @Override
  public Access access(Call call, CreateChangeSetInput input) {
    return StackAccess.toChange(
            call, "CreateChangeSet", input.stackName(), input.templateUrl(), input.roleArn())
        .where("cloudformation:ChangeSetName", input.changeSetName());
  }

  @Override
  public CreateChangeSetOutput run(Call call, CreateChangeSetInput input) {
    Lacking.check(input);
    return "CREATE".equals(input.changeSetType()) ? ofNew(call, input) : ofStack(call, input);
  }

  private CreateChangeSetOutput ofNew(Call call, CreateChangeSetInput input) {
    StackName.check(input.stackName());
    var there = stacks.find(call.scope(), input.stackName());
    var id =
        there == null
            ? new StackId(call.scope(), input.stackName(), call.ids().uuid().toString())
            : there;
    var revision = drafting.draft(call, id, Wish.of(input), null);
    var set = described(call, id, input, revision, previews.ofNew(call, id, revision).changes());
    var begun =
        stacks.create(
            id,
            call.now(),
            change -> {
              checkNew(change, input);
              if (there == null) {
                review(change, input);
              }
              ChangeSets.put(change, set, revision);
              return change.id();
            });
    return new CreateChangeSetOutput(set.changeSetId(), begun.toString());
  }

  private static void checkNew(StackChange change, CreateChangeSetInput input) {
    if (change.status() != StackStatus.REVIEW_IN_PROGRESS) {
      throw VALIDATION_ERROR.because(
          "Stack [%s] already exists and cannot be created again with the changeSet [%s]."
              .formatted(change.id().name(), input.changeSetName()));
    }
  }

  /// What the stack would be is told by its change sets alone.
  private static void review(StackChange change, CreateChangeSetInput input) {
    var stack = change.stack().toBuilder().roleArn(input.roleArn()).build();
    change.put(stack, StackStatus.REVIEW_IN_PROGRESS, Begun.USER_INITIATED);
  }

  private CreateChangeSetOutput ofStack(Call call, CreateChangeSetInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    var stack = stacks.read(id, StackView::stack);
    Begun.checkUpdatable(stack);
    var before = stacks.readOrNull(id, StackView::wanted);
    var revision = drafting.draft(call, id, Wish.of(input), before);
    var preview = previews.of(call, id, revision);
    var set = described(call, id, input, revision, preview.changes());
    var shown =
        preview.isEmpty(Previews.orNone(stack.outputs())) ? withoutChanges(set, revision) : set;
    stacks.change(
        id,
        call.now(),
        change -> {
          ChangeSets.put(change, shown, revision);
          return id;
        });
    return new CreateChangeSetOutput(set.changeSetId(), id.toString());
  }

  private static DescribeChangeSetOutput withoutChanges(
      DescribeChangeSetOutput set, Revision revision) {
    boolean isTransformed = !Transforms.names(TemplateText.parse(revision.body())).isEmpty();
    return set.toBuilder()
        .status("FAILED")
        .statusReason(isTransformed ? NO_UPDATES : NO_CHANGES)
        .executionStatus("UNAVAILABLE")
        .build();
  }

  private static DescribeChangeSetOutput described(
      Call call, StackId id, CreateChangeSetInput input, Revision revision, List<Change> changes) {
    var arn =
        Arn.of(
            "cloudformation",
            call.scope(),
            "changeSet/" + input.changeSetName() + '/' + call.ids().uuid());
    return DescribeChangeSetOutput.builder()
        .changeSetId(arn.toString())
        .changeSetName(input.changeSetName())
        .stackId(id.toString())
        .stackName(id.name())
        .description(input.description())
        .creationTime(call.now())
        .parameters(Described.parameters(revision))
        .tags(Described.tags(revision))
        .capabilities(revision.capabilities())
        .onStackFailure(input.onStackFailure())
        .includeNestedStacks(Boolean.TRUE.equals(input.includeNestedStacks()))
        .importExistingResources(Boolean.TRUE.equals(input.importExistingResources()))
        .status("CREATE_COMPLETE")
        .executionStatus("AVAILABLE")
        .changes(changes)
        .build();
  }
}
