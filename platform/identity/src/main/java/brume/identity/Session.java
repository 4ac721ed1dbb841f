package brume.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is fixed about temporary credentials when they are issued.
///
/// @param issued the value of `aws:TokenIssueTime`, to the second
/// @param policies session policies, JSON documents; each request must be allowed by one of them
///   unless there are none
/// @param tags session tags, the values of `aws:PrincipalTag/…`
/// @param context further condition keys and their values, such as `aws:FederatedProvider` or
///   `cognito-identity.amazonaws.com:sub`
public record Session(
    Instant issued,
    List<String> policies,
    Map<String, String> tags,
    Map<String, List<String>> context) {
  public Session {
    policies = List.copyOf(policies);
    tags = Map.copyOf(tags);
    context = Map.copyOf(context);
  }

  /// With nothing beside the moment of issue.
  public static Session at(Instant issued) {
    return new Session(issued, List.of(), Map.of(), Map.of());
  }
}
