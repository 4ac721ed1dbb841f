package brume.lambda.invoke;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.identity.Principal;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import brume.service.Call;
import brume.service.Platform;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Sessions of execution roles, which Lambda assumes for functions.
public final class RoleSessions {
  private static final Principal.Service LAMBDA = new Principal.Service("lambda.amazonaws.com");

  /// Before its end a session is no longer used for new work.
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /// Sessions that are kept for what Lambda itself does for functions, such as writing logs.
  private static final int MAX_KEPT = 1000;

  /// Characters of the name of a session.
  private static final int SHORTEST_SESSION = 2;

  private final Platform platform;
  private final Map<Key, Credentials> kept = new ConcurrentHashMap<>();

  private record Key(Arn function, String role) {}

  public RoleSessions(Platform platform) {
    this.platform = platform;
  }

  /// Assumes the role anew. Throws the refusal of AWS STS.
  ///
  /// @param function without a version
  Credentials assume(Arn function, String role) {
    var name = function.name();
    var session = name.length() < SHORTEST_SESSION ? "lambda-" + name : name;
    var request = AssumeRoleRequest.builder().roleArn(role).roleSessionName(session).build();
    var scope = new Scope(function.account(), function.region());
    var answer =
        platform.call(LAMBDA, scope).as(LAMBDA, function).invoke(StsModel.ASSUME_ROLE, request);
    return Objects.requireNonNull(answer.credentials());
  }

  /// Throws an invalid parameter value when Lambda may not assume the role.
  ///
  /// @param function without a version
  public void check(Arn function, String role) {
    try {
      var _ = assume(function, role);
    } catch (ServiceException _) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The role defined for the function cannot be assumed by Lambda.");
    }
  }

  /// A call by the function, as it would make it itself.
  public Call callAs(Arn function, String role) {
    var key = new Key(function, role);
    var session = kept.get(key);
    if (session == null || endsSoon(session, platform.clock().instant())) {
      session = assume(function, role);
      if (kept.size() >= MAX_KEPT) {
        kept.clear();
      }
      kept.put(key, session);
    }
    var credential = platform.credentials().find(session.accessKeyId(), session.sessionToken());
    if (credential == null) {
      kept.remove(key);
      throw new IllegalStateException("The session of " + role + " is not known");
    }
    var scope = new Scope(function.account(), function.region());
    return platform.call(credential.principal(), scope).as(credential);
  }

  private static boolean endsSoon(Credentials session, Instant now) {
    return now.plus(MARGIN).isAfter(session.expiration());
  }
}
