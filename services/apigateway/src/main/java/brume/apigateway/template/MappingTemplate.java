package brume.apigateway.template;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import java.io.StringWriter;
import java.util.HashMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.parser.ParseException;

/// A mapping template, compiled.
///
/// Source: API Gateway Developer Guide, "Mapping template transformations for REST APIs in API
/// Gateway".
public final class MappingTemplate {
  private final Template template;

  private MappingTemplate(Template template) {
    this.template = template;
  }

  /// Throws the refusal of a text that is no template.
  public static MappingTemplate parse(String text) {
    try {
      return new MappingTemplate(Velocity.compile(text));
    } catch (ParseException | VelocityException e) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid mapping template specified: " + e.getMessage());
    }
  }

  /// Throws [IllegalArgumentException] when the template cannot be carried out on this request.
  public Rendered render(TemplateVariables scope) {
    var context = Values.map(scope.context());
    Rendered.prepare(context);
    var variables = new VelocityContext();
    variables.put("context", context);
    variables.put("stageVariables", new HashMap<>(scope.stageVariables()));
    variables.put("input", new InputVariable(scope));
    variables.put("util", new UtilVariable());
    var text = new StringWriter();
    try {
      template.merge(variables, text);
    } catch (VelocityException e) {
      throw new IllegalArgumentException(e);
    }
    return Rendered.of(text.toString(), context);
  }
}
