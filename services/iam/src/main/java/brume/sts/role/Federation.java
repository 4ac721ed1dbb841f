package brume.sts.role;

import brume.iam.data.Accounts;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.ProviderUrl;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentities;
import brume.identity.web.WebIdentity;
import brume.json.Json;
import brume.json.JsonException;
import brume.model.sts.StsError;
import brume.shape.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those whose word counts for who somebody is: Cognito's identity pools in every account, and the
/// OpenID Connect providers of each.
public final class Federation {
  /// Whom roles trust by its name, without any provider in their account.
  private static final String IDENTITY_POOLS = "https://cognito-identity.amazonaws.com";

  private static final int PARTS = 3;

  private final OpenIdProviders providers;
  private final List<WebIdentities> here;
  private final OpenIdTokens elsewhere;

  /// @param here verify the tokens of issuers that are part of Brume
  /// @param upstream asks other issuers for their keys
  public Federation(OpenIdProviders providers, List<WebIdentities> here, Upstream upstream) {
    this.providers = providers;
    this.here = List.copyOf(here);
    this.elsewhere = new OpenIdTokens(upstream);
  }

  /// Throws `InvalidIdentityToken`, `ExpiredTokenException` or another refusal with AWS's text.
  ///
  /// @param account of the role
  public FederatedClaim verify(String account, String token, Instant now) {
    try {
      var issuer = issuer(token);
      if (issuer.equals(IDENTITY_POOLS)) {
        var identity = verifier(issuer).verify(token, now);
        return new FederatedClaim(identity.provider(), identity);
      }
      return ofProvider(account, issuer, token, now);
    } catch (RefusedTokenException refused) {
      throw refusal(refused);
    }
  }

  private FederatedClaim ofProvider(String account, String issuer, String token, Instant now) {
    var url = ProviderUrl.bare(issuer);
    var provider = providers.find(Accounts.scope(account), url);
    if (provider == null) {
      throw RefusedTokenException.invalid(
          "No OpenIDConnect provider found in your account for " + issuer);
    }
    var identity = verifier(issuer).verify(token, now);
    if (!isFor(provider.clientIdList(), identity)) {
      throw RefusedTokenException.invalid("Incorrect token audience");
    }
    return new FederatedClaim(OpenIdProviders.arn(account, url).toString(), identity);
  }

  private static boolean isFor(@Nullable List<String> clients, WebIdentity identity) {
    return clients != null
        && (clients.contains(identity.application())
            || identity.audience().stream().anyMatch(clients::contains));
  }

  private WebIdentities verifier(String issuer) {
    return here.stream().filter(each -> each.know(issuer)).findFirst().orElse(elsewhere);
  }

  /// Whose token it claims to be, before anything is verified.
  private static String issuer(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length == PARTS) {
      try {
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        if (Json.parse(claims) instanceof Json.Obj fields
            && fields.get("iss") instanceof Json.Str(var issuer)) {
          return issuer;
        }
      } catch (IllegalArgumentException | JsonException _) {
        // Answered like any other text that is not a token.
      }
    }
    throw RefusedTokenException.invalid("The ID Token provided is not a valid JWT.");
  }

  private static ServiceException refusal(RefusedTokenException refused) {
    var error =
        switch (refused.reason()) {
          case INVALID -> StsError.INVALID_IDENTITY_TOKEN_EXCEPTION;
          case EXPIRED -> StsError.EXPIRED_TOKEN_EXCEPTION;
          case REJECTED -> StsError.IDP_REJECTED_CLAIM_EXCEPTION;
          case UNREACHABLE -> StsError.IDP_COMMUNICATION_ERROR_EXCEPTION;
        };
    return error.because(refused.text());
  }
}
