package brume.iam.decision;

import brume.identity.policy.PrincipalKeys;
import brume.identity.policy.language.ContextKeys;
import brume.service.Call;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;

/// The condition keys that a call has whatever it is for.
///
/// Source: IAM User Guide, "AWS global condition context keys".
public final class Circumstances {
  private Circumstances() {}

  public static ContextKeys of(Call call, Identity caller) {
    var keys = new HashMap<>(caller.tags());
    keys.putAll(PrincipalKeys.of(call.caller(), call.context().session()));
    keys.putAll(call.context().keys());
    var now = call.now().truncatedTo(ChronoUnit.SECONDS);
    keys.put("aws:CurrentTime", List.of(now.toString()));
    keys.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
    keys.put("aws:RequestedRegion", List.of(call.scope().region()));
    return ContextKeys.of(keys);
  }
}
