package brume.identity.policy;

/// One principal as policies name it.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
sealed interface PrincipalName {
  PrincipalName EVERYONE = new Everyone();

  /// `*`, also of the type `AWS`: signed or not, services included.
  record Everyone() implements PrincipalName {}

  /// @param id twelve digits
  record Account(String id) implements PrincipalName {}

  /// A user, a role, or a session of either.
  record Named(String arn) implements PrincipalName {}

  /// A user or a role by its unique id, with which AWS keeps the name of a deleted one.
  record Unique(String id) implements PrincipalName {}

  /// @param name such as `sns.amazonaws.com`
  record Service(String name) implements PrincipalName {}

  /// @param provider a host such as `cognito-identity.amazonaws.com`, or the ARN of a provider
  record Federated(String provider) implements PrincipalName {}
}
