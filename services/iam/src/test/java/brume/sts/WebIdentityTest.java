package brume.sts;

import static brume.iam.Given.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.http.Response;
import brume.iam.Given;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.web.Claims;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentities;
import brume.identity.web.WebIdentity;
import brume.json.Json;
import brume.model.sts.AssumeRoleWithWebIdentityRequest;
import brume.model.sts.StsError;
import brume.model.sts.StsModel;
import brume.service.Access;
import brume.shape.ServiceException;
import brume.testing.Local;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebIdentityTest {
  private static final String HOST = "cognito-identity.amazonaws.com";

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"Federated": "cognito-identity.amazonaws.com"},
        "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
        "Condition": {
          "StringEquals": {"cognito-identity.amazonaws.com:aud": "pool"},
          "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}}]}""";

  private static final String OWN_FOLDER =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*"}]}""";

  /// Whose signatures are the word `signed`.
  private static final WebIdentities COGNITO =
      new WebIdentities() {
        @Override
        public boolean know(String issuer) {
          return issuer.equals("https://" + HOST);
        }

        @Override
        public WebIdentity verify(String token, Instant now) {
          if (!token.endsWith(".signed")) {
            throw RefusedTokenException.invalid("Forged");
          }
          var text = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
          return new Claims((Json.Obj) Json.parse(text)).at(now);
        }
      };

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private final Given given = new Given(List.of(COGNITO), (_, _) -> Response.of(404)).authorized();
  private final Local local = given.local;

  private Json.Obj claims(String subject) {
    long now = local.clock.instant().getEpochSecond();
    return Json.object(
        "iss", Json.of("https://" + HOST),
        "aud", Json.of("pool"),
        "sub", Json.of(subject),
        "amr", Json.array(Json.of("authenticated")),
        "iat", Json.of(now),
        "exp", Json.of(now + 600));
  }

  private static String token(Json.Obj claims, String signature) {
    var body = Base64.getUrlEncoder().encodeToString(claims.print().getBytes(UTF_8));
    return "e30." + body + '.' + signature;
  }

  private Credential assume(String token) {
    var request =
        AssumeRoleWithWebIdentityRequest.builder()
            .roleArn(arn("role/r"))
            .roleSessionName("web")
            .webIdentityToken(token)
            .build();
    var issued =
        local
            .invoke(
                local.call().as(Principal.anonymous()),
                StsModel.ASSUME_ROLE_WITH_WEB_IDENTITY,
                request)
            .credentials();
    return given.keys.find(issued.accessKeyId(), issued.sessionToken());
  }

  private void get(Credential session, String key) {
    given.authorizer.authorize(
        local.call().as(session), Access.to("s3:GetObject", "arn:aws:s3:::photos/" + key));
  }

  @Test
  void whoIsVouchedForGetsTheRoleAndNoMoreThanTheirOwn() {
    given.role("r", TRUST);
    given.roleMay("r", OWN_FOLDER);
    var session = assume(token(claims("us-east-1:alice"), "signed"));
    assertThat(session.principal().identityArn()).isEqualTo(arn("role/r"));
    assertThat(session.session().context())
        .containsEntry("aws:FederatedProvider", List.of(HOST))
        .containsEntry(HOST + ":sub", List.of("us-east-1:alice"))
        .containsEntry(HOST + ":amr", List.of("authenticated"));
    get(session, "us-east-1:alice/cat.jpg");
    assertThatThrownBy(() -> get(session, "us-east-1:bob/cat.jpg"))
        .hasMessageContaining("because no identity-based policy allows the s3:GetObject action");
  }

  @Test
  void theRolesTrustPolicyDecides() {
    given.role("r", TRUST);
    var other = claims("alice").with("aud", Json.of("other pool"));
    assertThatThrownBy(() -> assume(token(other, "signed")))
        .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    var unauthenticated = claims("alice").with("amr", Json.array(Json.of("unauthenticated")));
    assertThatThrownBy(() -> assume(token(unauthenticated, "signed")))
        .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void aRoleThatIsNotThereIsOneThatMayNotBeAssumed() {
    assertThatThrownBy(() -> assume(token(claims("alice"), "signed")))
        .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }

  @Test
  void theSessionGetsTheTagsOfTheToken() {
    given.role("r", TRUST);
    var tagged =
        claims("alice")
            .with(
                "https://aws.amazon.com/tags",
                Json.parse("{\"principal_tags\": {\"team\": [\"a\"]}}"));
    assertThat(assume(token(tagged, "signed")).session().tags()).containsEntry("team", "a");
  }

  @Test
  void tokensThatProveNothingAreRefused() {
    given.role("r", TRUST);
    refused(token(claims("alice"), "forged"), StsError.INVALID_IDENTITY_TOKEN_EXCEPTION);
    refused("no.token", StsError.INVALID_IDENTITY_TOKEN_EXCEPTION);
    refused("a.b.c", StsError.INVALID_IDENTITY_TOKEN_EXCEPTION);
    var late = claims("alice").with("exp", Json.of(local.clock.instant().getEpochSecond()));
    refused(token(late, "signed"), StsError.EXPIRED_TOKEN_EXCEPTION);
    var strange = claims("alice").with("iss", Json.of("https://evil.example.com"));
    refused(token(strange, "signed"), StsError.INVALID_IDENTITY_TOKEN_EXCEPTION);
  }

  private void refused(String token, StsError error) {
    assertThatThrownBy(() -> assume(token))
        .isInstanceOfSatisfying(
            ServiceException.class, refused -> assertThat(refused.error()).isEqualTo(error));
  }
}
