package brume.sts.session;

import static brume.model.sts.StsError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;
import static brume.model.sts.StsError.VALIDATION_ERROR;

import brume.base.Scope;
import brume.iam.data.Directory;
import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.model.sts.PolicyDescriptorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies that limit a session: one of the request, and managed ones as they are now.
public final class SessionPolicies {
  /// Source: AWS STS API reference, `PolicyArns`.
  private static final int MAX_MANAGED = 10;

  private SessionPolicies() {}

  public static List<String> of(
      Directory directory,
      Scope scope,
      @Nullable String inline,
      @Nullable List<PolicyDescriptorType> managed) {
    var documents = new ArrayList<String>();
    if (inline != null) {
      documents.add(checked(inline));
    }
    var arns = managed == null ? List.<PolicyDescriptorType>of() : managed;
    if (arns.size() > MAX_MANAGED) {
      throw VALIDATION_ERROR.because(
          "The number of managed session policies exceeds " + MAX_MANAGED + ".");
    }
    for (var policy : arns) {
      var arn = policy.arn();
      var document = arn == null ? null : directory.policies().document(scope, arn);
      if (document == null) {
        throw VALIDATION_ERROR.because("The policy " + arn + " does not exist.");
      }
      documents.add(document);
    }
    return documents;
  }

  private static String checked(String document) {
    try {
      var _ = Policy.parse(document, Policy.Kind.IDENTITY);
      return document;
    } catch (MalformedPolicyException malformed) {
      throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(malformed.text());
    }
  }
}
