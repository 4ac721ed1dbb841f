package brume.service;

import brume.identity.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What policies may ask of a call beside its caller, action and resource.
///
/// @param session of temporary credentials: what they are limited to, their tags and keys; null for
///   long-term credentials and for services
/// @param keys global condition keys, such as `aws:SourceIp` and `aws:SourceArn`, and their values
///
///   Source: IAM User Guide, "AWS global condition context keys".
public record RequestContext(@Nullable Session session, Map<String, List<String>> keys) {
  public static final RequestContext NONE = new RequestContext(null, Map.of());

  public RequestContext {
    keys = Map.copyOf(keys);
  }

  public RequestContext with(String key, String... values) {
    var more = new HashMap<>(keys);
    more.put(key, List.of(values));
    return new RequestContext(session, more);
  }

  RequestContext with(@Nullable Session other) {
    return new RequestContext(other, keys);
  }
}
