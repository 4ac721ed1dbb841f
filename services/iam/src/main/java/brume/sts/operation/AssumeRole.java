package brume.sts.operation;

import static brume.model.sts.StsError.ACCESS_DENIED;
import static brume.model.sts.StsError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.data.Directory;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.model.iam.Role;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.AssumedRoleUser;
import brume.service.Access;
import brume.service.Access.Guard;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.sts.session.Issuing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives whom a role trusts temporary credentials of the role.
///
/// Source: STS API reference, "AssumeRole": one hour unless told, an hour at most from another
/// session of a role.
public final class AssumeRole implements Operation<AssumeRoleRequest, AssumeRoleResponse> {
  private static final Duration USUAL = Duration.ofHours(1);

  private final Directory directory;
  private final Issuing issuing;

  public AssumeRole(Directory directory, Issuing issuing) {
    this.directory = directory;
    this.issuing = issuing;
  }

  @Override
  public Access access(Call call, AssumeRoleRequest input) {
    var access = Access.to("sts:AssumeRole", input.roleArn());
    if (input.externalId() != null) {
      access = access.where("sts:ExternalId", input.externalId());
    }
    access = access.where("sts:RoleSessionName", input.roleSessionName());
    var role = find(input.roleArn());
    if (role == null) {
      return access;
    }
    var account = Arn.parse(input.roleArn()).orElseThrow().account();
    return access.guardedBy(new Guard(account, role.assumeRolePolicyDocument()));
  }

  @Override
  public AssumeRoleResponse run(Call call, AssumeRoleRequest input) {
    refuseWhatIsNotThere(input);
    var role = find(input.roleArn());
    if (role == null) {
      throw ACCESS_DENIED.because(
          "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
              .formatted(call.caller().arn(), input.roleArn()));
    }
    var account = Arn.parse(input.roleArn()).orElseThrow().account();
    var principal =
        new Principal.AssumedRole(
            account, role.path(), role.roleName(), role.roleId(), input.roleSessionName());
    var session = new Session(call.now(), policies(input.policy()), tags(input), Map.of());
    return AssumeRoleResponse.builder()
        .credentials(issuing.issue(call, principal, session, life(call, input, role)))
        .assumedRoleUser(new AssumedRoleUser(principal.arn(), principal.userId()))
        .build();
  }

  private static void refuseWhatIsNotThere(AssumeRoleRequest input) {
    if (input.policyArns() != null
        || input.serialNumber() != null
        || input.tokenCode() != null
        || input.providedContexts() != null
        || input.sourceIdentity() != null
        || input.transitiveTagKeys() != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's AssumeRole does not have PolicyArns, MFA, ProvidedContexts, SourceIdentity and"
              + " TransitiveTagKeys yet");
    }
  }

  private @Nullable Role find(String arn) {
    var parsed = Arn.parse(arn).filter(each -> each.resource().startsWith("role/")).orElse(null);
    if (parsed == null) {
      return null;
    }
    var name = parsed.resource().substring(parsed.resource().lastIndexOf('/') + 1);
    return directory
        .roles()
        .find(new Scope(parsed.account(), "us-east-1"), name)
        .filter(role -> arn.equals(role.arn()))
        .orElse(null);
  }

  private static Duration life(Call call, AssumeRoleRequest input, Role role) {
    boolean chained = call.caller() instanceof Principal.AssumedRole;
    var most = role.maxSessionDuration();
    var longest = most == null || chained ? USUAL : Duration.ofSeconds(most);
    return Issuing.duration(input.durationSeconds(), USUAL, longest);
  }

  private static List<String> policies(@Nullable String policy) {
    if (policy == null) {
      return List.of();
    }
    try {
      var _ = Policy.parse(policy, Policy.Kind.IDENTITY);
      return List.of(policy);
    } catch (MalformedPolicyException e) {
      throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(e.text());
    }
  }

  private static Map<String, String> tags(AssumeRoleRequest input) {
    var tags = new HashMap<String, String>();
    for (var tag : Objects.requireNonNullElse(input.tags(), List.<brume.model.sts.Tag>of())) {
      tags.put(tag.key(), tag.value());
    }
    return tags;
  }
}
