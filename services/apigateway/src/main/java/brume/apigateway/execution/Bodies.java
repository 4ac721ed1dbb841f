package brume.apigateway.execution;

import brume.apigateway.rest.ResponseType;
import brume.apigateway.template.MappingTemplate;
import brume.apigateway.template.Rendered;
import brume.apigateway.template.TemplateVariables;
import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Response;
import org.jspecify.annotations.Nullable;

/// The bodies of requests to what is behind a method, and of the responses made of its answers.
final class Bodies {
  private static final String JSON = "application/json";

  private Bodies() {}

  /// By the template for the request's media type, or else as it came where the method lets it.
  static Rendered request(Exchange exchange, Route route) {
    var incoming = exchange.incoming();
    var header = incoming.request().headers().first("content-type");
    var type = header == null ? JSON : MediaTypes.bare(header);
    var body = incoming.body().toUtf8();
    var template = route.templates().get(type);
    if (template != null) {
      return render(template, exchange.scope(body));
    }
    boolean passes =
        switch (String.valueOf(route.integration().passthroughBehavior())) {
          case "NEVER" -> false;
          case "WHEN_NO_TEMPLATES" -> route.templates().isEmpty();
          default -> true;
        };
    if (!passes) {
      throw new Failure(ResponseType.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type");
    }
    return Rendered.of(body);
  }

  private static Rendered render(MappingTemplate template, TemplateVariables scope) {
    try {
      return template.render(scope);
    } catch (IllegalArgumentException _) {
      throw Failure.internal();
    }
  }

  /// The way that fits what an answer is told by: its status, or its error.
  static Route.Answer select(Route route, String told) {
    for (var answer : route.answers()) {
      if (answer.pattern() != null && answer.pattern().matcher(told).matches()) {
        return answer;
      }
    }
    for (var answer : route.answers()) {
      if (answer.pattern() == null) {
        return answer;
      }
    }
    throw Failure.internal();
  }

  /// @param body of the answer; null to answer without one where no template makes it
  static Response response(
      Exchange exchange, Route.Answer answer, Headers headers, @Nullable Bytes body) {
    var scope = exchange.scope(body == null ? "" : body.toUtf8());
    var mapped = ResponseMapping.headers(answer.parameters(), scope, headers);
    var templates = answer.templates();
    var type =
        templates.containsKey(JSON) || templates.isEmpty()
            ? JSON
            : templates.keySet().iterator().next();
    var template = templates.get(type);
    var answered = headers.first("content-type");
    var shown = template == null && answered != null ? answered : type;
    var typed = mapped.has("content-type") ? mapped : mapped.with("Content-Type", shown);
    if (template == null) {
      return new Response(answer.status(), typed, body == null ? Body.EMPTY : Body.of(body));
    }
    var rendered = render(template, scope);
    var own = typed;
    for (var header : rendered.headers().entrySet()) {
      own = own.set(header.getKey(), header.getValue());
    }
    int status = rendered.status() == null ? answer.status() : rendered.status();
    return new Response(status, own, Body.utf8(rendered.text()));
  }
}
