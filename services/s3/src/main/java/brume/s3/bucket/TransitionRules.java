package brume.s3.bucket;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.LifecycleRule;
import brume.model.s3.NoncurrentVersionTransition;
import brume.model.s3.Transition;
import brume.s3.refusal.Lacking;
import brume.s3.refusal.MalformedXml;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// To which storage classes the rules of a lifecycle may move objects, and when.
///
/// Source: Amazon S3 User Guide, "Lifecycle configuration elements" and "Transitioning objects
/// using Amazon S3 Lifecycle".
final class TransitionRules {
  private TransitionRules() {}

  static List<Transition> current(LifecycleRule rule) {
    return Objects.requireNonNullElse(rule.transitions(), List.<Transition>of());
  }

  static List<NoncurrentVersionTransition> noncurrent(LifecycleRule rule) {
    return Objects.requireNonNullElse(
        rule.noncurrentVersionTransitions(), List.<NoncurrentVersionTransition>of());
  }

  static boolean isIn(LifecycleRule rule) {
    return !current(rule).isEmpty() || !noncurrent(rule).isEmpty();
  }

  static void check(LifecycleRule rule) {
    var seen = new HashSet<String>();
    var expiration = rule.expiration();
    var ends = expiration == null ? null : expiration.days();
    for (var transition : current(rule)) {
      if ((transition.days() == null) == (transition.date() == null)) {
        throw MalformedXml.refusal();
      }
      LifecycleRules.checkDate(transition.date());
      check("Transition", transition.storageClass(), transition.days(), seen);
      checkBefore("Transition", transition.days(), "Expiration", ends);
    }
    var seenNoncurrent = new HashSet<String>();
    var gone = rule.noncurrentVersionExpiration();
    for (var transition : noncurrent(rule)) {
      var days = transition.noncurrentDays();
      if (days == null) {
        throw MalformedXml.refusal();
      }
      var action = "NoncurrentVersionTransition";
      check(action, transition.storageClass(), days, seenNoncurrent);
      checkBefore(
          action, days, "NoncurrentVersionExpiration", gone == null ? null : gone.noncurrentDays());
    }
  }

  private static void check(
      String action, @Nullable String name, @Nullable Integer days, Set<String> seen) {
    if (name == null) {
      throw MalformedXml.refusal();
    }
    var storageClass =
        StorageClass.named(name)
            .orElseThrow(() -> Lacking.of("the storage class " + name + " of transitions"));
    if (!seen.add(name)) {
      throw INVALID_REQUEST.because(
          "'StorageClass' must be different for '" + action + "' actions in same 'Rule'");
    }
    if (days != null && days < storageClass.leastDays()) {
      throw INVALID_ARGUMENT.because(
          "'Days' in "
              + action
              + " action must be greater than or equal to "
              + storageClass.leastDays()
              + " for storageClass '"
              + name
              + "'");
    }
  }

  private static void checkBefore(
      String action, @Nullable Integer days, String last, @Nullable Integer end) {
    if (days != null && end != null && days >= end) {
      throw INVALID_ARGUMENT.because(
          "'Days' in the "
              + last
              + " action must be greater than 'Days' in the "
              + action
              + " action");
    }
  }
}
