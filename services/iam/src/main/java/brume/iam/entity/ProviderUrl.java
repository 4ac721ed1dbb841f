package brume.iam.entity;

import static brume.model.iam.IamError.VALIDATION_ERROR;

import java.net.URI;
import java.net.URISyntaxException;

/// The URL of an OpenID Connect provider, without its scheme: as IAM shows it and as policies name
/// its claims.
///
/// Source: IAM API reference, `CreateOpenIDConnectProvider`. A port is taken, too.
public final class ProviderUrl {
  private static final String SCHEME = "https://";

  private ProviderUrl() {}

  /// Throws `ValidationError` for what is not the URL of a provider.
  public static String checked(String url) {
    try {
      var uri = new URI(url);
      if (url.startsWith(SCHEME)
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null) {
        return bare(url);
      }
    } catch (URISyntaxException _) {
      // Answered like any other text that is not a URL.
    }
    throw VALIDATION_ERROR.because("Invalid Open ID Connect Provider URL");
  }

  public static String bare(String url) {
    var bare = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
