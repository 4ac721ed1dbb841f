package brume.identity.policy;

import brume.identity.Principal;

/// The callers that cases of tests name.
final class Callers {
  static final String HERE = "111122223333";
  static final String THERE = "444455556666";

  private static final Principal.User ALICE = user(HERE, "alice");

  private Callers() {}

  static Principal of(String name) {
    return switch (name) {
      case "root" -> new Principal.Root(HERE);
      case "alice" -> ALICE;
      case "bob" -> user(HERE, "bob");
      case "session" -> session(HERE);
      case "federated" -> new Principal.FederatedUser(HERE, "fred", ALICE);
      case "federated-root" -> new Principal.FederatedUser(HERE, "fred", new Principal.Root(HERE));
      case "their-root" -> new Principal.Root(THERE);
      case "their-user" -> user(THERE, "carol");
      case "their-session" -> session(THERE);
      case "sns" -> new Principal.Service("sns.amazonaws.com");
      case "logs" -> new Principal.Service("logs.amazonaws.com");
      case "cognito" -> new Principal.Federated("cognito-identity.amazonaws.com", "us-east-1:1");
      case "anonymous" -> Principal.anonymous();
      default -> throw new IllegalArgumentException("No caller " + name);
    };
  }

  private static Principal.User user(String account, String name) {
    return new Principal.User(
        account, "/", name, "AIDA" + name.toUpperCase(java.util.Locale.ROOT) + "EXAMPLE123");
  }

  private static Principal session(String account) {
    return new Principal.AssumedRole(account, "/app/", "worker", "AROAWORKEREXAMPLE123", "s1");
  }
}
