package brume.service;

import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What policies may ask of a call beside its caller, action and resource.
///
/// @param session of temporary credentials: what they are limited to, their tags and keys; null for
///   long-term credentials and for services
/// @param accessKeyId with which the request was signed; null when it was not, and for calls
///   between services on their own behalf
/// @param keys global condition keys, such as `aws:SourceIp` and `aws:SourceArn`, and their values
///
///   Source: IAM User Guide, "AWS global condition context keys".
public record RequestContext(
    @Nullable Session session, Map<String, List<String>> keys, @Nullable String accessKeyId) {
  public static final RequestContext NONE = new RequestContext(null, Map.of());

  /// Of a call that no access key signed.
  public RequestContext(@Nullable Session session, Map<String, List<String>> keys) {
    this(session, keys, null);
  }

  public RequestContext {
    keys = Map.copyOf(keys);
  }

  /// What a request tells by its connection and its head.
  public static RequestContext of(Request request) {
    var address = request.remote().getAddress();
    var agent = request.headers().first("user-agent");
    var keys = new HashMap<String, List<String>>();
    if (address != null) {
      keys.put("aws:SourceIp", List.of(address.getHostAddress()));
    }
    keys.put("aws:SecureTransport", List.of(Boolean.toString(request.secure())));
    if (agent != null) {
      keys.put("aws:UserAgent", List.of(agent));
    }
    return new RequestContext(null, keys);
  }

  public RequestContext with(String key, String... values) {
    var more = new HashMap<>(keys);
    more.put(key, List.of(values));
    return new RequestContext(session, more, accessKeyId);
  }

  /// The same circumstances for other credentials.
  public RequestContext with(@Nullable Session other) {
    return new RequestContext(other, keys, null);
  }

  /// The same circumstances for the holder of a credential.
  public RequestContext with(Credential credential) {
    return new RequestContext(credential.session(), keys, credential.accessKeyId());
  }
}
