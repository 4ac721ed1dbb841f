package brume.iam.data;

import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The policies that AWS keeps for all accounts, as far as they are here: those that templates
/// name. Each has its current version only, and not its unique id.
///
/// Source: AWS Managed Policy Reference.
final class AwsManagedPolicies {
  private static final String FOLDER = "aws-managed-policies/";
  private static final String ARN = "arn:aws:iam::aws:policy";

  private static final Map<String, AwsManagedPolicy> BY_ARN = read();

  private AwsManagedPolicies() {}

  record AwsManagedPolicy(Policy policy) {
    /// Its document is read when it is asked for: some are long, and few are used.
    PolicyVersion version() {
      var document = text(policy.policyName() + ".json");
      return new PolicyVersion(policy.updateDate(), document, true, policy.defaultVersionId());
    }
  }

  static @Nullable AwsManagedPolicy find(String arn) {
    return BY_ARN.get(arn);
  }

  static List<Policy> all() {
    return BY_ARN.values().stream().map(AwsManagedPolicy::policy).toList();
  }

  private static Map<String, AwsManagedPolicy> read() {
    var byArn = new TreeMap<String, AwsManagedPolicy>();
    text("index.csv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(AwsManagedPolicies::policy)
        .forEach(policy -> byArn.put(policy.arn(), new AwsManagedPolicy(policy)));
    return byArn;
  }

  private static Policy policy(String line) {
    var fields = line.split(",", -1);
    int name = fields[0].lastIndexOf('/') + 1;
    return Policy.builder()
        .arn(ARN + fields[0])
        .policyName(fields[0].substring(name))
        .path(fields[0].substring(0, name))
        .defaultVersionId(fields[1])
        .createDate(Instant.parse(fields[2]))
        .updateDate(Instant.parse(fields[3]))
        .isAttachable(true)
        .build();
  }

  private static String text(String file) {
    try (var in = AwsManagedPolicies.class.getResourceAsStream(FOLDER + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
