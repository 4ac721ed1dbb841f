package brume.apigateway.gateway;

import brume.base.Arn;
import brume.identity.Principal;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// As whom API Gateway calls other services.
public final class Roles {
  private static final Principal.Service API_GATEWAY =
      new Principal.Service("apigateway.amazonaws.com");
  private static final String SESSION = "BackplaneAssumeRoleSession";

  private Roles() {}

  /// @param source the ARN of the route, for the policies of what is called
  /// @param role null for API Gateway itself
  public static Call caller(Call call, Arn source, @Nullable String role) {
    var gateway = call.as(API_GATEWAY, source);
    if (role == null) {
      return gateway;
    }
    var assumed =
        gateway.invoke(
            StsModel.ASSUME_ROLE,
            AssumeRoleRequest.builder().roleArn(role).roleSessionName(SESSION).build());
    var keys = Objects.requireNonNull(assumed.credentials());
    var credential = call.platform().credentials().find(keys.accessKeyId(), keys.sessionToken());
    return call.as(Objects.requireNonNull(credential));
  }
}
