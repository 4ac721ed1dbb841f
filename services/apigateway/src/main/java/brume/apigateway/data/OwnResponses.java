package brume.apigateway.data;

import brume.apigateway.rest.ResponseType;
import brume.model.apigateway.GatewayResponse;
import java.util.Map;

/// What an API answers by itself, said or not.
public final class OwnResponses {
  private OwnResponses() {}

  /// As it is said for this case, or for all cases of its class, or else the standard.
  public static GatewayResponse of(View view, ResponseType type) {
    var said = view.find(Kind.RESPONSE, type.name());
    if (said != null) {
      return said;
    }
    var general = view.find(Kind.RESPONSE, type.fallback(type.status()).name());
    return general == null || type.status() == 0
        ? type.standard()
        : general.toBuilder()
            .responseType(type.name())
            .statusCode(
                general.statusCode() == null
                    ? Integer.toString(type.status())
                    : general.statusCode())
            .defaultResponse(true)
            .build();
  }

  /// With what the caller left out.
  public static GatewayResponse settled(GatewayResponse given, ResponseType type) {
    var standard = type.standard();
    return given.toBuilder()
        .responseType(type.name())
        .statusCode(given.statusCode() == null ? standard.statusCode() : given.statusCode())
        .responseParameters(
            given.responseParameters() == null ? Map.of() : given.responseParameters())
        .responseTemplates(
            given.responseTemplates() == null
                ? standard.responseTemplates()
                : given.responseTemplates())
        .defaultResponse(false)
        .build();
  }
}
