package brume.apigateway.data;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tags of APIs and stages, by their ARNs.
public final class Tagged {
  private static final Pattern PATH = Pattern.compile("/restapis/([^/]+)(?:/stages/([^/]+))?");

  /// Source: AWS General Reference, "Tag naming limits and requirements".
  private static final int MAX_TAGS = 50;

  private final RestApis apis;

  public Tagged(RestApis apis) {
    this.apis = apis;
  }

  private record Target(String api, @Nullable String stage) {}

  public Map<String, String> of(Scope scope, String arn) {
    var target = target(arn);
    return apis.read(
        scope,
        target.api,
        view ->
            orNone(
                target.stage == null
                    ? view.api().tags()
                    : view.get(Kind.STAGE, target.stage).tags()));
  }

  public void change(Scope scope, String arn, UnaryOperator<Map<String, String>> change) {
    var target = target(arn);
    apis.change(
        scope,
        target.api,
        draft -> {
          if (target.stage == null) {
            var tags = checked(change.apply(orNone(draft.api().tags())));
            return draft.put(draft.api().toBuilder().tags(tags).build());
          }
          var stage = draft.get(Kind.STAGE, target.stage);
          var tags = checked(change.apply(orNone(stage.tags())));
          return draft.put(Kind.STAGE, stage.toBuilder().tags(tags).build());
        });
  }

  private static Map<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw BAD_REQUEST_EXCEPTION.because("A resource can have at most " + MAX_TAGS + " tags");
    }
    return tags;
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> tags) {
    return tags == null ? Map.of() : tags;
  }

  private static Target target(String text) {
    var arn = Arn.parse(text);
    var path =
        arn.filter(each -> each.service().equals("apigateway"))
            .map(Arn::resource)
            .map(PATH::matcher);
    if (path.isEmpty() || !path.get().matches()) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid ARN specified in the request");
    }
    return new Target(path.get().group(1), path.get().group(2));
  }
}
