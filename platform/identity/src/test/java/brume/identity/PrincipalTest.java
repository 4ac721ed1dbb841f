package brume.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The names are those of the IAM User Guide, "IAM identifiers", and of `GetCallerIdentity`.
final class PrincipalTest {
  private static final String ACCOUNT = "123456789012";

  static Stream<Arguments> names() {
    var user = new Principal.User(ACCOUNT, "/dev/", "ann", "AIDA1");
    return Stream.of(
        Arguments.of(
            new Principal.Root(ACCOUNT),
            "arn:aws:iam::123456789012:root",
            "arn:aws:iam::123456789012:root",
            ACCOUNT),
        Arguments.of(
            user,
            "arn:aws:iam::123456789012:user/dev/ann",
            "arn:aws:iam::123456789012:user/dev/ann",
            "AIDA1"),
        Arguments.of(
            new Principal.AssumedRole(ACCOUNT, "/app/", "writer", "AROA1", "job"),
            "arn:aws:sts::123456789012:assumed-role/writer/job",
            "arn:aws:iam::123456789012:role/app/writer",
            "AROA1:job"),
        Arguments.of(
            new Principal.FederatedUser(ACCOUNT, "bob", user),
            "arn:aws:sts::123456789012:federated-user/bob",
            "arn:aws:sts::123456789012:federated-user/bob",
            "123456789012:bob"),
        Arguments.of(
            new Principal.Service("sns.amazonaws.com"),
            "sns.amazonaws.com",
            "sns.amazonaws.com",
            "sns.amazonaws.com"),
        Arguments.of(
            new Principal.Federated("accounts.google.com", "7"),
            "accounts.google.com",
            "accounts.google.com",
            "accounts.google.com:7"),
        Arguments.of(Principal.anonymous(), "anonymous", "anonymous", "anonymous"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isNamedAsAwsNamesIt(Principal principal, String arn, String identityArn, String userId) {
    assertThat(principal.arn()).isEqualTo(arn);
    assertThat(principal.identityArn()).isEqualTo(identityArn);
    assertThat(principal.userId()).isEqualTo(userId);
  }
}
