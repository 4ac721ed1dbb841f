package brume.apigatewayv2.data;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.service.Call;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tags of HTTP APIs and their stages, by their ARNs.
public final class Tagged {
  private static final Pattern PATH = Pattern.compile("/apis/([^/]+)(?:/stages/([^/]+))?");

  private final HttpApis apis;

  public Tagged(HttpApis apis) {
    this.apis = apis;
  }

  private static Matcher parse(String text) {
    var path = Arn.parse(text).map(Arn::resource).map(PATH::matcher);
    if (path.isEmpty() || !path.get().matches()) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid ARN specified in the request");
    }
    return path.get();
  }

  public Map<String, String> of(Scope scope, String arn) {
    var path = parse(arn);
    var stage = path.group(2);
    return apis.read(
        scope,
        path.group(1),
        view -> orNone(stage == null ? view.api().tags() : view.get(Kind.STAGE, stage).tags()));
  }

  public void change(Call call, String arn, UnaryOperator<Map<String, String>> change) {
    var path = parse(arn);
    var name = path.group(2);
    apis.change(
        call,
        path.group(1),
        draft -> {
          if (name == null) {
            var tags = change.apply(orNone(draft.api().tags()));
            return draft.put(draft.api().toBuilder().tags(tags).build());
          }
          var stage = draft.get(Kind.STAGE, name);
          return draft.put(
              Kind.STAGE, stage.toBuilder().tags(change.apply(orNone(stage.tags()))).build());
        });
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> tags) {
    return tags == null ? Map.of() : tags;
  }
}
