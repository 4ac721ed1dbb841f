package brume.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Deploys a template to a stack by a change set, and waits for what becomes of it.
final class StackDeployment {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final CloudFormationClient cloudFormation;
  private final DeployOptions options;
  private final Set<String> told = new HashSet<>();

  StackDeployment(CloudFormationClient cloudFormation, DeployOptions options) {
    this.cloudFormation = cloudFormation;
    this.options = options;
  }

  /// Returns when the stack is as the template says.
  ///
  /// Throws [StackFailedException] when it did not get there.
  void deploy(String templateUrl) throws InterruptedException {
    var stack = stack();
    boolean fresh = stack == null || stack.stackStatus() == StackStatus.REVIEW_IN_PROGRESS;
    if (!fresh) {
      events().forEach(event -> told.add(event.eventId()));
    }
    var changeSet = changeSet(templateUrl, fresh ? ChangeSetType.CREATE : ChangeSetType.UPDATE);
    if (changeSet == null) {
      say("The stack " + options.stackName() + " is up to date.");
      return;
    }
    cloudFormation.executeChangeSet(execute -> execute.changeSetName(changeSet));
    awaitEnd();
  }

  /// Null when there is nothing to change.
  private @Nullable String changeSet(String templateUrl, ChangeSetType type)
      throws InterruptedException {
    var parameters = new ArrayList<Parameter>();
    options
        .parameters()
        .forEach(
            (key, value) ->
                parameters.add(
                    Parameter.builder().parameterKey(key).parameterValue(value).build()));
    var id =
        cloudFormation
            .createChangeSet(
                create ->
                    create
                        .stackName(options.stackName())
                        .changeSetName("brume-" + System.currentTimeMillis())
                        .changeSetType(type)
                        .templateURL(templateUrl)
                        .parameters(parameters)
                        .capabilities(
                            Capability.CAPABILITY_IAM,
                            Capability.CAPABILITY_NAMED_IAM,
                            Capability.CAPABILITY_AUTO_EXPAND))
            .id();
    var made = awaitChangeSet(id);
    if (made.status() == ChangeSetStatus.CREATE_COMPLETE) {
      return id;
    }
    var reason = String.valueOf(made.statusReason());
    if (reason.contains("didn't contain changes") || reason.contains("No updates")) {
      cloudFormation.deleteChangeSet(delete -> delete.changeSetName(id));
      return null;
    }
    throw new StackFailedException("The change set failed: " + reason);
  }

  private DescribeChangeSetResponse awaitChangeSet(String id) throws InterruptedException {
    while (true) {
      var made = cloudFormation.describeChangeSet(describe -> describe.changeSetName(id));
      if (made.status() != ChangeSetStatus.CREATE_PENDING
          && made.status() != ChangeSetStatus.CREATE_IN_PROGRESS) {
        return made;
      }
      Thread.sleep(PAUSE);
    }
  }

  private void awaitEnd() throws InterruptedException {
    while (true) {
      var stack = stack();
      tellEvents();
      if (stack != null && !stack.stackStatusAsString().endsWith("_IN_PROGRESS")) {
        requireSuccess(stack);
        return;
      }
      Thread.sleep(PAUSE);
    }
  }

  private void requireSuccess(Stack stack) {
    boolean good =
        stack.stackStatus() == StackStatus.CREATE_COMPLETE
            || stack.stackStatus() == StackStatus.UPDATE_COMPLETE;
    if (!good) {
      var reasons = new StringBuilder();
      for (var event : events().reversed()) {
        if (event.resourceStatusAsString().endsWith("_FAILED")) {
          reasons.append("\n  ").append(describe(event));
        }
      }
      throw new StackFailedException(
          "The stack " + options.stackName() + " is " + stack.stackStatusAsString() + reasons);
    }
  }

  private @Nullable Stack stack() {
    try {
      return cloudFormation
          .describeStacks(describe -> describe.stackName(options.stackName()))
          .stacks()
          .getFirst();
    } catch (CloudFormationException e) {
      if (e.getMessage() != null && e.getMessage().contains("does not exist")) {
        return null;
      }
      throw e;
    }
  }

  /// The newest first.
  private List<StackEvent> events() {
    return cloudFormation
        .describeStackEvents(describe -> describe.stackName(options.stackName()))
        .stackEvents();
  }

  private void tellEvents() {
    if (options.brief()) {
      return;
    }
    for (var event : events().reversed()) {
      if (told.add(event.eventId())) {
        say(describe(event));
      }
    }
  }

  private static String describe(StackEvent event) {
    var reason = event.resourceStatusReason();
    return "%-20s %-32s %s%s"
        .formatted(
            event.resourceStatusAsString(),
            event.resourceType(),
            event.logicalResourceId(),
            reason == null ? "" : ": " + reason);
  }

  private void say(String text) {
    if (!options.brief()) {
      System.out.println(text);
    }
  }

  /// The stack's outputs in the order of the template.
  Map<String, String> outputs() {
    var outputs = new LinkedHashMap<String, String>();
    var stack = stack();
    if (stack != null) {
      stack.outputs().forEach(output -> outputs.put(output.outputKey(), output.outputValue()));
    }
    return outputs;
  }
}
