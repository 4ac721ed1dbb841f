package brume.apigateway.record;

import brume.base.Arn;
import brume.base.PercentCode;
import brume.base.Scope;
import brume.service.Access;
import brume.service.Call;
import brume.shape.Location;
import brume.shape.OperationShape;
import brume.shape.Structure;

/// The access that operations on APIs need: the HTTP method as the action, and the path as the
/// resource.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon API
/// Gateway Management"; API Gateway Developer Guide, "Control access for invoking an API".
public final class PathAccess {
  private static final String VERSION_2 = "/v2";
  private static final String TAGS = "/tags/";

  private PathAccess() {}

  public static Access to(Call call, OperationShape<?, ?> operation, Structure input) {
    var http = operation.http();
    var path =
        http.uri().startsWith(VERSION_2) ? http.uri().substring(VERSION_2.length()) : http.uri();
    var cut = path.indexOf('?');
    path = cut < 0 ? path : path.substring(0, cut);
    boolean isOfTags = path.startsWith(TAGS);
    var shape = input.shape();
    for (int i = 0; i < shape.members().size(); i++) {
      var member = shape.members().get(i);
      if (member.location() == Location.LABEL) {
        var value = String.valueOf(input.member(i));
        path =
            path.replace(
                '{' + member.wireName() + '}', isOfTags ? PercentCode.encode(value) : value);
      }
    }
    return Access.to(
        "apigateway:" + http.method(), new Arn("apigateway", call.scope().region(), "", path));
  }

  /// The ARN of an API or of what belongs to it, which has no account.
  ///
  /// @param path such as `/restapis/a1b2c3`
  public static String arn(Scope scope, String path) {
    return new Arn("apigateway", scope.region(), "", path).toString();
  }
}
