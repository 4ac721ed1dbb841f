package brume.cloudformation.operation;

import brume.cloudformation.request.Drafting;
import brume.cloudformation.request.TemplateFacts;
import brume.model.cloudformation.TemplateParameter;
import brume.model.cloudformation.ValidateTemplateInput;
import brume.model.cloudformation.ValidateTemplateOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Checks a template as far as that is possible without values for its parameters.
public final class ValidateTemplate
    implements Operation<ValidateTemplateInput, ValidateTemplateOutput> {
  @Override
  public Access access(Call call, ValidateTemplateInput input) {
    return Access.toAny("cloudformation:ValidateTemplate");
  }

  @Override
  public ValidateTemplateOutput run(Call call, ValidateTemplateInput input) {
    var facts = TemplateFacts.of(Drafting.read(call, input.templateBody(), input.templateUrl()));
    return ValidateTemplateOutput.builder()
        .description(facts.template().description())
        .capabilities(facts.capabilities())
        .capabilitiesReason(facts.capabilitiesReason())
        .declaredTransforms(facts.transforms())
        .parameters(
            facts.template().parameters().values().stream()
                .map(
                    parameter ->
                        TemplateParameter.builder()
                            .parameterKey(parameter.name())
                            .defaultValue(parameter.defaultValue())
                            .noEcho(parameter.noEcho())
                            .description(parameter.description())
                            .build())
                .toList())
        .build();
  }
}
