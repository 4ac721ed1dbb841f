package brume.sts.role;

import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentities;
import brume.json.Json;
import brume.json.JsonException;
import brume.model.sts.StsError;
import brume.shape.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// Those whose word counts for who somebody is.
///
/// @param known verify the tokens of issuers that every account trusts, such as
///   `https://cognito-identity.amazonaws.com`
public record Federation(List<WebIdentities> known) {
  private static final int PARTS = 3;

  /// Throws `InvalidIdentityToken`, `ExpiredTokenException` or another refusal with AWS's text.
  ///
  /// @param account of the role
  public FederatedClaim verify(String account, String token, Instant now) {
    try {
      var issuer = issuer(token);
      for (var each : known) {
        if (each.know(issuer)) {
          var identity = each.verify(token, now);
          return new FederatedClaim(identity.provider(), identity);
        }
      }
      throw RefusedTokenException.invalid(
          "No OpenIDConnect provider found in your account for " + issuer);
    } catch (RefusedTokenException refused) {
      throw refusal(refused);
    }
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
