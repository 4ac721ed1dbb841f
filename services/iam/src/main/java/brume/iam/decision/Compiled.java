package brume.iam.decision;

import brume.identity.Slots;
import brume.identity.policy.Policy;
import java.util.EnumMap;
import java.util.Map;

/// Policies of resources and sessions, compiled from texts that come with every call.
public final class Compiled {
  private static final int REMEMBERED = 1024;

  private final Map<Policy.Kind, Slots<String, Policy>> known = new EnumMap<>(Policy.Kind.class);

  public Compiled() {
    for (var kind : Policy.Kind.values()) {
      known.put(kind, new Slots<>(REMEMBERED));
    }
  }

  public Policy of(String document, Policy.Kind kind) {
    var slots = known.get(kind);
    var before = slots == null ? null : slots.get(document);
    if (before != null) {
      return before;
    }
    var policy = Policy.parse(document, kind);
    if (slots != null) {
      slots.put(document, policy);
    }
    return policy;
  }
}
