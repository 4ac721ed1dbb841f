package brume.iam.decision;

import brume.iam.data.Permissions;
import brume.identity.policy.Policy;
import brume.identity.policy.Policy.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A caller's own policies, compiled.
///
/// @param tags condition keys of the caller's own tags, which those of a session replace
public record Identity(
    List<Policy> policies, @Nullable Policy boundary, Map<String, List<String>> tags) {
  /// Of callers whom no policies of their own allow anything: services, strangers, and root users,
  /// who need none.
  static final Identity NONE = new Identity(List.of(), null, Map.of());

  static Identity of(Permissions permissions) {
    var policies = new ArrayList<Policy>();
    permissions.inline().forEach(text -> policies.add(Policy.parse(text, Kind.IDENTITY)));
    permissions.managed().forEach(text -> policies.add(Policy.parse(text, Kind.MANAGED)));
    var boundary = permissions.boundary();
    var tags = new HashMap<String, List<String>>();
    permissions
        .tags()
        .forEach(tag -> tags.put("aws:PrincipalTag/" + tag.key(), List.of(tag.value())));
    return new Identity(
        List.copyOf(policies),
        boundary == null ? null : Policy.parse(boundary, Kind.MANAGED),
        Map.copyOf(tags));
  }
}
