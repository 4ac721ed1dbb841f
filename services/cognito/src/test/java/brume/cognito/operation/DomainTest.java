package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_O_AUTH_FLOW_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.SCOPE_DOES_NOT_EXIST_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateResourceServerRequest;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolDomainRequest;
import brume.model.cognitoidp.DeleteResourceServerRequest;
import brume.model.cognitoidp.DeleteUserPoolDomainRequest;
import brume.model.cognitoidp.DeleteUserPoolRequest;
import brume.model.cognitoidp.DescribeResourceServerRequest;
import brume.model.cognitoidp.DescribeUserPoolDomainRequest;
import brume.model.cognitoidp.DescribeUserPoolRequest;
import brume.model.cognitoidp.DomainDescriptionType;
import brume.model.cognitoidp.ListResourceServersRequest;
import brume.model.cognitoidp.ResourceServerScopeType;
import brume.model.cognitoidp.UpdateResourceServerRequest;
import brume.model.cognitoidp.UserPoolType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {
  private final Given given = new Given();
  private final UserPoolType pool = given.pool();

  private void domain(UserPoolType of, String prefix) {
    given.call(
        CognitoIdentityProviderModel.CREATE_USER_POOL_DOMAIN,
        CreateUserPoolDomainRequest.builder().userPoolId(of.id()).domain(prefix).build());
  }

  private DomainDescriptionType described(String prefix) {
    return given
        .call(
            CognitoIdentityProviderModel.DESCRIBE_USER_POOL_DOMAIN,
            new DescribeUserPoolDomainRequest(prefix))
        .domainDescription();
  }

  private void server(String identifier, String... scopes) {
    given.call(
        CognitoIdentityProviderModel.CREATE_RESOURCE_SERVER,
        new CreateResourceServerRequest(
            identifier,
            "API",
            List.of(scopes).stream().map(s -> new ResourceServerScopeType("To " + s, s)).toList(),
            pool.id()));
  }

  @Test
  void aPoolHasOneDomainWhichNobodyElseCanTake() {
    domain(pool, "people");
    assertThat(described("people").userPoolId()).isEqualTo(pool.id());
    assertThat(described("people").status()).isEqualTo("ACTIVE");
    var settings =
        given
            .call(
                CognitoIdentityProviderModel.DESCRIBE_USER_POOL,
                new DescribeUserPoolRequest(pool.id()))
            .userPool();
    assertThat(settings.domain()).isEqualTo("people");
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "User pool already has a domain configured.",
        () -> domain(pool, "others"));
    var other = given.pool();
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Domain already associated with another user pool.",
        () -> domain(other, "people"));
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Domain cannot contain reserved word: aws",
        () -> domain(other, "my-aws"));
  }

  @Test
  void aPoolGoesOnlyAfterItsDomain() {
    domain(pool, "people");
    var deletion = new DeleteUserPoolRequest(pool.id());
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        null,
        () -> given.call(CognitoIdentityProviderModel.DELETE_USER_POOL, deletion));
    var domain = new DeleteUserPoolDomainRequest("people", pool.id());
    given.call(CognitoIdentityProviderModel.DELETE_USER_POOL_DOMAIN, domain);
    assertThat(described("people")).isEqualTo(DomainDescriptionType.builder().build());
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "No such domain or user pool exists.",
        () -> given.call(CognitoIdentityProviderModel.DELETE_USER_POOL_DOMAIN, domain));
    given.call(CognitoIdentityProviderModel.DELETE_USER_POOL, deletion);
  }

  @Test
  void keepsResourceServers() {
    server("photos", "read", "write");
    server("albums", "read");
    Refused.with(INVALID_PARAMETER_EXCEPTION, null, () -> server("photos"));
    var first =
        given.call(
            CognitoIdentityProviderModel.LIST_RESOURCE_SERVERS,
            new ListResourceServersRequest(1, null, pool.id()));
    assertThat(first.resourceServers())
        .extracting(each -> each.identifier())
        .containsExactly("albums");
    var second =
        given.call(
            CognitoIdentityProviderModel.LIST_RESOURCE_SERVERS,
            new ListResourceServersRequest(1, first.nextToken(), pool.id()));
    assertThat(second.resourceServers())
        .extracting(each -> each.identifier())
        .containsExactly("photos");
    given.call(
        CognitoIdentityProviderModel.UPDATE_RESOURCE_SERVER,
        new UpdateResourceServerRequest("photos", "Pictures", null, pool.id()));
    var request = new DescribeResourceServerRequest("photos", pool.id());
    var changed =
        given.call(CognitoIdentityProviderModel.DESCRIBE_RESOURCE_SERVER, request).resourceServer();
    assertThat(changed.name()).isEqualTo("Pictures");
    assertThat(changed.scopes()).isNull();
    given.call(
        CognitoIdentityProviderModel.DELETE_RESOURCE_SERVER,
        new DeleteResourceServerRequest("photos", pool.id()));
    Refused.with(
        RESOURCE_NOT_FOUND_EXCEPTION,
        null,
        () -> given.call(CognitoIdentityProviderModel.DESCRIBE_RESOURCE_SERVER, request));
  }

  private static CreateUserPoolClientRequest.Builder oauth(String flow, String... scopes) {
    return CreateUserPoolClientRequest.builder()
        .allowedOAuthFlowsUserPoolClient(true)
        .allowedOAuthFlows(List.of(flow))
        .allowedOAuthScopes(List.of(scopes))
        .callbackUrLs(List.of("https://app.example/back"));
  }

  @Test
  void clientsAgreeWithThemselves() {
    server("photos", "read");
    assertThat(given.client(pool, oauth("code", "openid", "photos/read")).allowedOAuthScopes())
        .containsExactly("openid", "photos/read");
    Refused.with(
        SCOPE_DOES_NOT_EXIST_EXCEPTION,
        "Invalid scope requested: photos/write",
        () -> given.client(pool, oauth("code", "photos/write")));
    Refused.with(
        INVALID_O_AUTH_FLOW_EXCEPTION,
        null,
        () -> given.client(pool, oauth("client_credentials", "photos/read")));
    Refused.with(INVALID_O_AUTH_FLOW_EXCEPTION, null, () -> given.client(pool, oauth("code")));
    Refused.with(
        INVALID_O_AUTH_FLOW_EXCEPTION,
        null,
        () ->
            given.client(
                pool,
                oauth("code", "photos/read")
                    .generateSecret(true)
                    .allowedOAuthFlows(List.of("code", "client_credentials"))));
    for (var redirect : List.of("http://app.example/", "https://app.example/#here", "/back")) {
      Refused.with(
          INVALID_PARAMETER_EXCEPTION,
          null,
          () -> given.client(pool, oauth("code", "openid").callbackUrLs(List.of(redirect))));
    }
    for (var redirect : List.of("http://localhost:3000/", "app://back", "http://a.localhost/")) {
      given.client(pool, oauth("code", "openid").callbackUrLs(List.of(redirect)));
    }
  }
}
