package brume.apigateway.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a request, as templates find them.
public interface RequestParameters {
  /// The last value of the first of path, query and headers that has the name; null when none has.
  @Nullable String find(String name);

  /// The last values by name, under `path`, `querystring` and `header`.
  Map<String, Map<String, String>> all();
}
