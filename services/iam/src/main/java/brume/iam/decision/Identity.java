package brume.iam.decision;

import brume.iam.data.Held;
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
/// @param origins where each of the policies comes from, the boundary included
/// @param tags condition keys of the caller's own tags, which those of a session replace
public record Identity(
    List<Policy> policies,
    @Nullable Policy boundary,
    Map<Policy, Held> origins,
    Map<String, List<String>> tags) {
  /// Of callers whom no policies of their own allow anything: services, strangers, and root users,
  /// who need none.
  static final Identity NONE = new Identity(List.of(), null, Map.of(), Map.of());

  public static Identity of(Permissions permissions) {
    var policies = new ArrayList<Policy>();
    var origins = new HashMap<Policy, Held>();
    for (var held : permissions.policies()) {
      var policy = Policy.parse(held.document(), held.isManaged() ? Kind.MANAGED : Kind.IDENTITY);
      policies.add(policy);
      origins.put(policy, held);
    }
    Policy boundary = null;
    if (permissions.boundary() != null) {
      boundary = Policy.parse(permissions.boundary().document(), Kind.MANAGED);
      origins.put(boundary, permissions.boundary());
    }
    var tags = new HashMap<String, List<String>>();
    permissions
        .tags()
        .forEach(tag -> tags.put("aws:PrincipalTag/" + tag.key(), List.of(tag.value())));
    return new Identity(List.copyOf(policies), boundary, Map.copyOf(origins), Map.copyOf(tags));
  }
}
