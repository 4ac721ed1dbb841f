package brume.iam.simulation;

import static brume.model.iam.IamError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;

import brume.iam.data.Held;
import brume.iam.data.Permissions;
import brume.iam.decision.Identity;
import brume.identity.Principal;
import brume.identity.policy.language.MalformedPolicyException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose permissions are simulated.
///
/// @param principal as whom the simulated calls are made
public record Subject(Principal principal, Permissions permissions) {
  /// With policies that are given as texts, too.
  ///
  /// @param boundaries in place of the permissions boundary, if there is one
  public Subject with(@Nullable List<String> more, @Nullable List<String> boundaries) {
    var all = new ArrayList<>(permissions.policies());
    all.addAll(given("PolicyInputList", more));
    var bounds = given("PermissionsBoundaryPolicyInputList", boundaries);
    var boundary = bounds.isEmpty() ? permissions.boundary() : bounds.getFirst();
    return new Subject(principal, new Permissions(all, boundary, permissions.tags()));
  }

  private static List<Held> given(String list, @Nullable List<String> documents) {
    var held = new ArrayList<Held>();
    for (var document : documents == null ? List.<String>of() : documents) {
      held.add(new Held("none", list + '.' + (held.size() + 1), document));
    }
    return held;
  }

  /// Throws `MalformedPolicyDocument` with AWS's text.
  Identity compiled() {
    try {
      return Identity.of(permissions);
    } catch (MalformedPolicyException malformed) {
      throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(malformed.text());
    }
  }

  public List<String> documents() {
    var documents = new ArrayList<String>();
    permissions.policies().forEach(held -> documents.add(held.document()));
    if (permissions.boundary() != null) {
      documents.add(permissions.boundary().document());
    }
    return documents;
  }
}
