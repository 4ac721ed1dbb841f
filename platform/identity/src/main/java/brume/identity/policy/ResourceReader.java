package brume.identity.policy;

import brume.identity.policy.language.MalformedPolicyException;
import brume.identity.policy.language.Template;
import brume.identity.policy.language.TemplateReader;
import brume.identity.policy.language.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the resources of a statement.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource"; the texts of refusals are those of
/// the IAM API.
final class ResourceReader {
  private static final Set<String> PARTITIONS =
      Set.of("*", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f");
  private static final List<String> IAM_PATHS =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  /// A variable before the resource part, which is the sixth of an ARN.
  private static final Pattern EARLY_VARIABLE = Pattern.compile("([^:]*:){0,4}[^:]*\\$\\{.*");

  private static final Pattern VENDOR = Pattern.compile("[^*?]+");
  private static final int PARTS = 6;

  private ResourceReader() {}

  static Resources read(List<String> names, boolean negated, Version version) {
    var templates = new ArrayList<Template>();
    for (var name : names) {
      if (!name.equals("*")) {
        checkArn(name, version);
      }
      templates.add(TemplateReader.wild(name, version));
    }
    return new Resources(List.copyOf(templates), negated);
  }

  private static void checkArn(String name, Version version) {
    var parts = name.split(":", PARTS);
    checkBeginning(name, parts);
    if (version.hasVariables() && EARLY_VARIABLE.matcher(name).matches()) {
      throw MalformedPolicyException.legacy();
    }
    if (parts.length == PARTS) {
      checkResource(name, parts);
    } else if (name.contains("::")) {
      throw MalformedPolicyException.legacy();
    }
  }

  private static void checkBeginning(String name, String[] parts) {
    if (!parts[0].equals("arn") || parts.length < 2) {
      throw new MalformedPolicyException("Resource " + name + " must be in ARN format or \"*\".");
    }
    if (!PARTITIONS.contains(parts[1])) {
      throw new MalformedPolicyException(
          "Partition \"" + parts[1] + "\" is not valid for resource \"" + name + "\".");
    }
    if (parts.length < 3 || !VENDOR.matcher(parts[2]).matches()) {
      throw new MalformedPolicyException(
          "Resource vendor must be fully qualified and cannot contain regexes.");
    }
  }

  private static void checkResource(String name, String[] parts) {
    switch (parts[2]) {
      case "iam" -> checkIam(name, parts);
      case "s3" -> checkS3(name, parts);
      default -> {}
    }
  }

  private static void checkS3(String name, String[] parts) {
    if (!parts[3].isEmpty() && !parts[PARTS - 1].startsWith("accesspoint/")) {
      throw new MalformedPolicyException(
          "Resource " + name + " can not contain region information.");
    }
  }

  private static void checkIam(String name, String[] parts) {
    if (!parts[3].isEmpty()) {
      throw new MalformedPolicyException(
          "IAM resource " + name + " cannot contain region information.");
    }
    var resource = parts[PARTS - 1];
    if (!resource.equals("*")
        && !resource.equals("root")
        && IAM_PATHS.stream().noneMatch(resource::startsWith)) {
      throw new MalformedPolicyException(
          "IAM resource path must either be \"*\", root, or start with "
              + String.join(", ", IAM_PATHS)
              + '.');
    }
  }
}
