package brume.cloudformation.deploy;

import brume.cloudformation.stack.Deployer;
import brume.cloudformation.stack.StackId;
import brume.identity.Principal;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Platform;
import brume.service.RequestContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// As whom the resources of a stack are changed: its role, or else whoever asked for the change.
final class Callers {
  private static final String SESSION = "AWSCloudFormation";

  private Callers() {}

  static Call call(Platform platform, StackId id, Deployer deployer, @Nullable String roleArn) {
    if (roleArn != null) {
      return asRole(platform, id, roleArn);
    }
    var call = platform.call(deployer.principal(), id.scope());
    var context =
        new RequestContext(
            deployer.session(),
            Map.of(
                "aws:ViaAWSService", List.of("true"),
                "aws:CalledVia", List.of(Deployer.SERVICE),
                "aws:CalledViaFirst", List.of(Deployer.SERVICE),
                "aws:CalledViaLast", List.of(Deployer.SERVICE)));
    return new Call(
        call.caller(), call.scope(), call.requestId(), call.now(), context, call.platform());
  }

  private static Call asRole(Platform platform, StackId id, String roleArn) {
    var service =
        platform
            .call(new Principal.Service(Deployer.SERVICE), id.scope())
            .as(new Principal.Service(Deployer.SERVICE), id.arn());
    var session =
        service
            .invoke(
                StsModel.ASSUME_ROLE,
                AssumeRoleRequest.builder().roleArn(roleArn).roleSessionName(SESSION).build())
            .credentials();
    var credential =
        session == null
            ? null
            : platform.credentials().find(session.accessKeyId(), session.sessionToken());
    if (credential == null) {
      throw CommonError.ACCESS_DENIED.because(
          "Role " + roleArn + " is invalid or cannot be assumed");
    }
    return platform.call(credential.principal(), id.scope()).as(credential);
  }
}
