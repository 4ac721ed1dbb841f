package brume.cognito.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import brume.base.Body;
import brume.base.PercentCode;
import brume.cognito.Given;
import brume.http.Headers;
import brume.http.QueryString;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.service.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser at the pages of a pool: it keeps cookies and the form that it was shown last.
final class Visitor {
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  final Map<String, String> cookies = new HashMap<>();
  private final Given given;
  private final Site site;
  private final String prefix;
  private String action = "";
  private final Map<String, String> hidden = new HashMap<>();

  Visitor(Given given, String prefix) {
    this.given = given;
    this.prefix = prefix;
    this.site =
        given.services().getFirst().sites().stream()
            .filter(each -> each.kind().equals("auth"))
            .findFirst()
            .orElseThrow();
  }

  Response send(String method, String target, String form, String... headers) {
    var parts = target.split("\\?", 2);
    var cookie =
        cookies.entrySet().stream()
            .map(each -> each.getKey() + '=' + each.getValue())
            .collect(Collectors.joining("; "));
    var all = Headers.of(headers).with("Cookie", cookie);
    var remote = InetSocketAddress.createUnresolved("client", 1);
    var query = parts.length > 1 ? parts[1] : "";
    var request = new Request(method, parts[0], query, all, Body.utf8(form), remote, false);
    try {
      var response = site.serve(given.local.call(), prefix, request);
      response.headers().all("set-cookie").forEach(this::keep);
      remember(text(response));
      return response;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    var parts = cookie.split("[=;]", 3);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(parts[0]);
    } else {
      cookies.put(parts[0], parts[1]);
    }
  }

  private void remember(String html) {
    var found = ACTION.matcher(html);
    if (found.find()) {
      action = found.group(1).replace("&amp;", "&");
      hidden.clear();
      HIDDEN
          .matcher(html)
          .results()
          .forEach(each -> hidden.put(each.group(1), each.group(2).replace("&quot;", "\"")));
    }
  }

  Response get(String target, String... headers) {
    return send("GET", target, "", headers);
  }

  /// Fills in the form that was shown last, and sends it.
  Response fill(String... namesAndValues) {
    var fields = new LinkedHashMap<>(hidden);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send("POST", '/' + action, form(fields));
  }

  String hidden(String name) {
    return hidden.get(name);
  }

  /// The answer of the token endpoint.
  Json.Obj token(Map<String, String> fields, String... headers) {
    return (Json.Obj) Json.parse(text(send("POST", "/oauth2/token", form(fields), headers)));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> each.getKey() + '=' + PercentCode.encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String text(Response response) {
    try {
      return new String(response.body().open().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String location(Response response) {
    return String.valueOf(response.headers().first("location"));
  }

  /// A parameter of where a response redirects to.
  static String parameter(Response response, String name) {
    var parts = location(response).split("[?#]", 2);
    return parts.length < 2 ? null : QueryString.parse(parts[1]).first(name);
  }
}
