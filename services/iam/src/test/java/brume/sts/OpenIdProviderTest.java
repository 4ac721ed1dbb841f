package brume.sts;

import static brume.iam.Given.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.http.Response;
import brume.http.client.Outgoing;
import brume.iam.Given;
import brume.identity.Principal;
import brume.model.iam.AddClientIDToOpenIDConnectProviderRequest;
import brume.model.iam.CreateOpenIDConnectProviderRequest;
import brume.model.iam.DeleteOpenIDConnectProviderRequest;
import brume.model.iam.GetOpenIDConnectProviderRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListOpenIDConnectProvidersRequest;
import brume.model.iam.OpenIDConnectProviderListEntry;
import brume.model.iam.RemoveClientIDFromOpenIDConnectProviderRequest;
import brume.model.iam.Tag;
import brume.model.sts.AssumeRoleWithWebIdentityRequest;
import brume.model.sts.AssumeRoleWithWebIdentityResponse;
import brume.model.sts.StsModel;
import brume.testing.Local;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {
  private static final String ISSUER = "https://idp.example.com/tenant";
  private static final String PROVIDER = arn("oidc-provider/idp.example.com/tenant");

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"Federated": "%s"}, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringLike": {"idp.example.com/tenant:sub": "repo:mine/*"}}}]}"""
          .formatted(PROVIDER);

  private final Given given = new Given(List.of(), this::answer).authorized();
  private final Local local = given.local;
  private ECKey key = fresh("one");
  private int asked;
  private boolean up = true;

  private static ECKey fresh(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private Response answer(Outgoing request, Duration limit) throws IOException {
    asked++;
    if (!up) {
      throw new IOException("Nobody is there");
    }
    return switch (request.target()) {
      case "/tenant/.well-known/openid-configuration" ->
          json("{\"issuer\": \"" + ISSUER + "\", \"jwks_uri\": \"https://idp.example.com/keys\"}");
      case "/keys" -> json(new JWKSet(key.toPublicJWK()).toString());
      default -> Response.of(404);
    };
  }

  private static Response json(String text) {
    return Response.of(200, "application/json", text);
  }

  private void provider(String client) {
    local.invoke(
        IamModel.CREATE_OPEN_ID_CONNECT_PROVIDER,
        CreateOpenIDConnectProviderRequest.builder()
            .url(ISSUER)
            .clientIdList(List.of(client))
            .tags(List.of(new Tag("a", "b")))
            .build());
  }

  private String token(String audience, String subject) {
    return token(key, audience, subject);
  }

  private String token(ECKey by, String audience, String subject) {
    var now = local.clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(audience)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(by));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }

  private AssumeRoleWithWebIdentityResponse assume(String token) {
    return local.invoke(
        local.call().as(Principal.anonymous()),
        StsModel.ASSUME_ROLE_WITH_WEB_IDENTITY,
        AssumeRoleWithWebIdentityRequest.builder()
            .roleArn(arn("role/r"))
            .roleSessionName("build")
            .webIdentityToken(token)
            .build());
  }

  @Test
  void tokensAreVerifiedByTheKeysThatTheIssuerPublishes() {
    provider("sts.amazonaws.com");
    given.role("r", TRUST);
    var assumed = assume(token("sts.amazonaws.com", "repo:mine/app"));
    assertThat(assumed.provider()).isEqualTo(ISSUER);
    assertThat(assumed.audience()).isEqualTo("sts.amazonaws.com");
    assertThat(assumed.subjectFromWebIdentityToken()).isEqualTo("repo:mine/app");
    assertThatThrownBy(() -> assume(token("sts.amazonaws.com", "repo:other/app")))
        .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void keysAreFetchedAnewForOnesThatAreNotKnown() {
    provider("app");
    given.role("r", TRUST);
    assertThat(assume(token("app", "repo:mine/app"))).isNotNull();
    key = fresh("two");
    assertThatThrownBy(() -> assume(token("app", "repo:mine/app")))
        .hasMessage("Signature verification failed");
    local.clock.advance(Duration.ofMinutes(2));
    assertThat(assume(token("app", "repo:mine/app"))).isNotNull();
  }

  @Test
  void forgedAndStrangeTokensAreRefused() {
    given.role("r", TRUST);
    assertThatThrownBy(() -> assume(token("app", "repo:mine/app")))
        .hasMessage("No OpenIDConnect provider found in your account for " + ISSUER);
    provider("app");
    var forger = fresh("one");
    assertThatThrownBy(() -> assume(token(forger, "app", "repo:mine/app")))
        .hasMessage("Signature verification failed");
    assertThatThrownBy(() -> assume(token("other", "repo:mine/app")))
        .hasMessage("Incorrect token audience");
    var unsigned = "eyJhbGciOiJub25lIn0." + token("app", "repo:mine/app").split("\\.")[1] + '.';
    assertThatThrownBy(() -> assume(unsigned))
        .hasMessage("The ID Token provided is not a valid JWT.");
  }

  @Test
  void anIssuerThatIsDownIsWorthAnotherTry() {
    provider("app");
    given.role("r", TRUST);
    up = false;
    assertThatThrownBy(() -> assume(token("app", "repo:mine/app")))
        .hasMessage("The identity provider " + ISSUER + " cannot be reached");
  }

  @Test
  void providersAreKeptShownAndDeleted() {
    provider("app");
    assertThatThrownBy(() -> provider("app")).hasMessageContaining("already exists");
    var get = new GetOpenIDConnectProviderRequest(PROVIDER);
    local.invoke(
        IamModel.ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER,
        new AddClientIDToOpenIDConnectProviderRequest("second", PROVIDER));
    var shown = local.invoke(IamModel.GET_OPEN_ID_CONNECT_PROVIDER, get);
    assertThat(shown.url()).isEqualTo("idp.example.com/tenant");
    assertThat(shown.clientIdList()).containsExactly("app", "second");
    assertThat(shown.tags()).containsExactly(new Tag("a", "b"));
    local.invoke(
        IamModel.REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER,
        new RemoveClientIDFromOpenIDConnectProviderRequest("app", PROVIDER));
    assertThat(local.invoke(IamModel.GET_OPEN_ID_CONNECT_PROVIDER, get).clientIdList())
        .containsExactly("second");
    var listed =
        local.invoke(
            IamModel.LIST_OPEN_ID_CONNECT_PROVIDERS, new ListOpenIDConnectProvidersRequest());
    assertThat(listed.openIdConnectProviderList())
        .containsExactly(new OpenIDConnectProviderListEntry(PROVIDER));
    local.invoke(
        IamModel.DELETE_OPEN_ID_CONNECT_PROVIDER, new DeleteOpenIDConnectProviderRequest(PROVIDER));
    assertThatThrownBy(() -> local.invoke(IamModel.GET_OPEN_ID_CONNECT_PROVIDER, get))
        .hasMessage("OpenIDConnect Provider not found for arn " + PROVIDER);
  }

  @Test
  void onlyUrlsOfProvidersAreTaken() {
    for (var url : new String[] {"http://idp.example.com", "idp", "https://idp.example.com?a=b"}) {
      var request = CreateOpenIDConnectProviderRequest.builder().url(url).build();
      assertThatThrownBy(() -> local.invoke(IamModel.CREATE_OPEN_ID_CONNECT_PROVIDER, request))
          .hasMessage("Invalid Open ID Connect Provider URL");
    }
  }
}
