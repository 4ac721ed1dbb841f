package brume.cloudformation.request;

import static brume.model.cloudformation.CloudFormationError.INSUFFICIENT_CAPABILITIES_EXCEPTION;

import brume.cloudformation.template.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What callers must acknowledge that a template can do.
///
/// Source: "Acknowledging IAM resources in CloudFormation templates" of the CloudFormation user
/// guide, and `CreateStack` of the API reference.
public final class Capabilities {
  private static final String IAM = "CAPABILITY_IAM";
  private static final String NAMED_IAM = "CAPABILITY_NAMED_IAM";
  static final String AUTO_EXPAND = "CAPABILITY_AUTO_EXPAND";

  /// The resources that give permissions, each with the property that names it; empty for none. The
  /// guide's list leaves out the policies of one group, role or user; they give no less than
  /// `AWS::IAM::Policy`.
  private static final Map<String, String> IDENTITIES =
      Map.ofEntries(
          Map.entry("AWS::IAM::AccessKey", ""),
          Map.entry("AWS::IAM::Group", "GroupName"),
          Map.entry("AWS::IAM::GroupPolicy", ""),
          Map.entry("AWS::IAM::InstanceProfile", "InstanceProfileName"),
          Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
          Map.entry("AWS::IAM::Policy", ""),
          Map.entry("AWS::IAM::Role", "RoleName"),
          Map.entry("AWS::IAM::RolePolicy", ""),
          Map.entry("AWS::IAM::User", "UserName"),
          Map.entry("AWS::IAM::UserPolicy", ""),
          Map.entry("AWS::IAM::UserToGroupAddition", ""));

  private Capabilities() {}

  /// @param needed what the template needs; null for nothing
  /// @param reason names the resources that need it
  public record Needed(@Nullable String needed, @Nullable String reason) {}

  public static Needed of(Template template) {
    var named =
        template.resources().values().stream()
            .filter(
                resource -> {
                  var name = IDENTITIES.getOrDefault(resource.type(), "");
                  return !name.isEmpty() && resource.properties().has(name);
                })
            .map(resource -> resource.type())
            .distinct()
            .toList();
    var identities =
        template.resources().values().stream()
            .map(resource -> resource.type())
            .filter(IDENTITIES::containsKey)
            .distinct()
            .toList();
    if (identities.isEmpty()) {
      return new Needed(null, null);
    }
    return new Needed(
        named.isEmpty() ? IAM : NAMED_IAM,
        "The following resource(s) require capabilities: " + identities);
  }

  static void checkIdentities(Wish wish, Template template) {
    var needed = of(template).needed();
    boolean isGiven =
        needed == null
            || wish.capabilities().contains(NAMED_IAM)
            || (needed.equals(IAM) && wish.capabilities().contains(IAM));
    if (!isGiven) {
      refuse(String.valueOf(needed));
    }
  }

  /// Who reviews the changes sees what transforms made.
  static void checkMacros(Wish wish, List<String> transforms) {
    if (!transforms.isEmpty() && !wish.reviewed() && !wish.capabilities().contains(AUTO_EXPAND)) {
      refuse(AUTO_EXPAND);
    }
  }

  private static void refuse(String capability) {
    throw INSUFFICIENT_CAPABILITIES_EXCEPTION.because(
        "Requires capabilities : [" + capability + "]");
  }
}
