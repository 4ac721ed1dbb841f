package brume.cloudformation.nested;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.deploy.Deployments;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.cloudformation.type.StepFailedException;
import brume.cloudformation.type.StepInterruptedException;
import brume.json.Json;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.Parameter;
import brume.model.cloudformation.Tag;
import brume.model.cloudformation.UpdateStackInput;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateTags;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::CloudFormation::Stack`. `Ref` gives the stack's id, `GetAtt` knows `Outputs.…`.
///
/// It is created, updated and deleted by the operations that everybody uses, as whoever deploys,
/// with the capabilities that its parent was given. The step of the parent carries out the nested
/// stack's deployment itself, so that it needs no turn of its own.
public final class NestedStack implements ResourceType {
  /// Source: CloudFormation API reference, "CreateStack".
  private static final int MAX_NAME = 128;

  private static final String NOTHING_TO_DO = "No updates are to be performed.";

  private final Stacks stacks;
  private final Deployments deployments;

  public NestedStack(Stacks stacks, Deployments deployments) {
    this.stacks = stacks;
    this.deployments = deployments;
  }

  @Override
  public String name() {
    return "AWS::CloudFormation::Stack";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Parameters", "Tags", "TemplateURL", "TimeoutInMinutes");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    var parent = parent(call, request);
    var made =
        call.invoke(
            CloudFormationModel.CREATE_STACK,
            CreateStackInput.builder()
                .stackName(request.generatedName(MAX_NAME))
                .templateUrl(text(request.properties(), "TemplateURL"))
                .parameters(parameters(request.properties()))
                .tags(tags(request))
                .capabilities(capabilities(parent))
                .timeoutInMinutes(minutes(request.properties()))
                .clientRequestToken(request.token())
                .onFailure("DELETE")
                .build());
    var id = StackId.parse(Objects.requireNonNull(made.stackId())).orElseThrow();
    adopt(call, id, parent);
    return settled(id, StackStatus.CREATE_COMPLETE, "created");
  }

  private StackId parent(Call call, Request request) {
    return Objects.requireNonNull(stacks.find(call.scope(), request.stackName()));
  }

  private void adopt(Call call, StackId id, StackId parent) {
    var root = stacks.readOrNull(parent, view -> view.stack().rootId());
    stacks.change(
        id,
        call.platform().clock().instant(),
        change -> {
          change.put(
              change.stack().toBuilder()
                  .parentId(parent.toString())
                  .rootId(root == null ? parent.toString() : root)
                  .build());
          return id;
        });
  }

  private @Nullable List<String> capabilities(StackId parent) {
    return stacks.readOrNull(
        parent,
        view -> {
          var wanted = view.wanted();
          return wanted == null ? null : wanted.capabilities();
        });
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var id = StackId.parse(current.physicalId()).orElseThrow();
    try {
      call.invoke(
          CloudFormationModel.UPDATE_STACK,
          UpdateStackInput.builder()
              .stackName(id.toString())
              .templateUrl(text(request.properties(), "TemplateURL"))
              .parameters(parameters(request.properties()))
              .tags(tags(request))
              .capabilities(capabilities(parent(call, request)))
              .clientRequestToken(request.token())
              .build());
    } catch (ServiceException e) {
      boolean isSame = e.error() == VALIDATION_ERROR && NOTHING_TO_DO.equals(e.message());
      if (!isSame && !isUnderWay(id, request.token())) {
        throw e;
      }
      if (isSame && !isUnderWay(id, request.token())) {
        return resource(id);
      }
    }
    return settled(id, StackStatus.UPDATE_COMPLETE, "updated");
  }

  /// Whether the step had begun before a crash.
  private boolean isUnderWay(StackId id, String token) {
    var deployment = stacks.readOrNull(id, StackView::deployment);
    return deployment != null && token.equals(deployment.requestToken());
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var id = StackId.parse(current.physicalId()).orElseThrow();
    if (stacks.find(id.scope(), id.toString()) == null
        || stacks.read(id, StackView::status) == StackStatus.DELETE_COMPLETE) {
      return;
    }
    call.invoke(
        CloudFormationModel.DELETE_STACK,
        DeleteStackInput.builder().stackName(id.toString()).build());
    settled(id, StackStatus.DELETE_COMPLETE, "deleted");
  }

  /// Carries out what the stack is in the midst of.
  private Resource settled(StackId id, StackStatus wanted, String done) {
    try {
      deployments.carryOut(id);
    } catch (InterruptedException e) {
      throw new StepInterruptedException(e);
    }
    var stack = stacks.read(id, StackView::stack);
    if (StackStatus.of(stack) != wanted) {
      throw new StepFailedException(
          "Embedded stack %s was not successfully %s. Currently in %s%s"
              .formatted(
                  id,
                  done,
                  stack.stackStatus(),
                  stack.stackStatusReason() == null
                      ? ""
                      : " with reason: " + stack.stackStatusReason()));
    }
    return resource(id);
  }

  private Resource resource(StackId id) {
    var resource = Resource.of(id.toString());
    var outputs = stacks.read(id, StackView::stack).outputs();
    for (var output : outputs == null ? List.<brume.model.cloudformation.Output>of() : outputs) {
      resource =
          resource.with("Outputs." + output.outputKey(), String.valueOf(output.outputValue()));
    }
    return resource;
  }

  private static @Nullable String text(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? null : value.text();
  }

  private static @Nullable Integer minutes(Json.Obj properties) {
    var text = text(properties, "TimeoutInMinutes");
    return text == null ? null : Integer.valueOf(text);
  }

  private static List<Parameter> parameters(Json.Obj properties) {
    var parameters = new ArrayList<Parameter>();
    if (properties.get("Parameters") instanceof Json.Obj given) {
      given
          .fields()
          .forEach(
              (name, value) ->
                  parameters.add(
                      Parameter.builder()
                          .parameterKey(name)
                          .parameterValue(String.join(",", value.texts()))
                          .build()));
    }
    return parameters;
  }

  private static List<Tag> tags(Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }
}
