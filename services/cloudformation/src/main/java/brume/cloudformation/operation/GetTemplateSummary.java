package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Drafting;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.request.TemplateFacts;
import brume.cloudformation.template.Parameter;
import brume.cloudformation.template.TemplateText;
import brume.json.Json;
import brume.model.cloudformation.GetTemplateSummaryInput;
import brume.model.cloudformation.GetTemplateSummaryOutput;
import brume.model.cloudformation.ParameterConstraints;
import brume.model.cloudformation.ParameterDeclaration;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;

/// Tells what a template takes and needs: one that is given, or that of a stack.
public final class GetTemplateSummary
    implements Operation<GetTemplateSummaryInput, GetTemplateSummaryOutput> {
  private final Stacks stacks;

  public GetTemplateSummary(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, GetTemplateSummaryInput input) {
    return StackAccess.toAny(call, "GetTemplateSummary", input.stackName());
  }

  @Override
  public GetTemplateSummaryOutput run(Call call, GetTemplateSummaryInput input) {
    if (input.stackSetName() != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudFormation does not have StackSetName");
    }
    var source = source(call, input);
    var facts = TemplateFacts.of(source);
    var template = facts.template();
    var version = source.get("AWSTemplateFormatVersion");
    return GetTemplateSummaryOutput.builder()
        .description(template.description())
        .version(version == null ? null : version.text())
        .metadata(template.metadata().equals(Json.Obj.EMPTY) ? null : template.metadata().print())
        .capabilities(facts.capabilities())
        .capabilitiesReason(facts.capabilitiesReason())
        .declaredTransforms(facts.transforms())
        .resourceTypes(
            template.resources().values().stream().map(spec -> spec.type()).distinct().toList())
        .parameters(
            template.parameters().values().stream().map(GetTemplateSummary::declared).toList())
        .build();
  }

  private Json.Obj source(Call call, GetTemplateSummaryInput input) {
    if (input.stackName() == null) {
      return Drafting.read(call, input.templateBody(), input.templateUrl());
    }
    var id = stacks.id(call.scope(), input.stackName(), Stacks.WITH_ID);
    var wanted = stacks.readOrNull(id, StackView::wanted);
    if (wanted == null) {
      throw VALIDATION_ERROR.because(
          "GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.");
    }
    return TemplateText.parse(wanted.body());
  }

  private static ParameterDeclaration declared(Parameter parameter) {
    return ParameterDeclaration.builder()
        .parameterKey(parameter.name())
        .parameterType(parameter.type().name())
        .defaultValue(parameter.defaultValue())
        .noEcho(parameter.noEcho())
        .description(parameter.description())
        .parameterConstraints(
            parameter.allowedValues().isEmpty()
                ? new ParameterConstraints(null)
                : new ParameterConstraints(parameter.allowedValues()))
        .build();
  }
}
