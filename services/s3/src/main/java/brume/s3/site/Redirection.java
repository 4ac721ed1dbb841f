package brume.s3.site;

import brume.base.PercentCode;
import brume.http.Request;
import brume.http.Response;
import brume.model.s3.Redirect;
import brume.model.s3.RedirectAllRequestsTo;
import brume.model.s3.RoutingRule;
import brume.model.s3.WebsiteConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A routing rule of a website that applies to a request.
///
/// Source: Amazon S3 User Guide, "Configuring a webpage redirect".
record Redirection(Redirect redirect, String matchedPrefix) {
  private static final int MOVED_PERMANENTLY = 301;

  static Response toHost(Request request, RedirectAllRequestsTo all) {
    return to(scheme(all.protocol(), request) + "://" + all.hostName() + request.path(), 301);
  }

  /// The first rule that applies; null when none does.
  ///
  /// @param status of the error that happened; null before anything did
  static @Nullable Redirection find(
      WebsiteConfiguration website, String key, @Nullable Integer status) {
    var rules = website.routingRules() == null ? List.<RoutingRule>of() : website.routingRules();
    for (var rule : rules) {
      var condition = rule.condition();
      var prefix = condition == null ? null : condition.keyPrefixEquals();
      var error = condition == null ? null : condition.httpErrorCodeReturnedEquals();
      boolean sameError = status == null ? error == null : status.toString().equals(error);
      if (sameError && (prefix == null || key.startsWith(prefix))) {
        return new Redirection(rule.redirect(), prefix == null ? "" : prefix);
      }
    }
    return null;
  }

  Response answer(Request request, String key) {
    var host = redirect.hostName() == null ? request.headers().first("host") : redirect.hostName();
    var code = redirect.httpRedirectCode();
    return to(
        scheme(redirect.protocol(), request)
            + "://"
            + host
            + '/'
            + PercentCode.encodePath(key(key)),
        code == null ? MOVED_PERMANENTLY : Integer.parseInt(code));
  }

  private String key(String key) {
    if (redirect.replaceKeyWith() != null) {
      return redirect.replaceKeyWith();
    }
    return redirect.replaceKeyPrefixWith() == null
        ? key
        : redirect.replaceKeyPrefixWith() + key.substring(matchedPrefix.length());
  }

  private static String scheme(@Nullable String wanted, Request request) {
    return wanted != null ? wanted : request.secure() ? "https" : "http";
  }

  private static Response to(String location, int status) {
    return Response.of(status).with("Location", location);
  }
}
