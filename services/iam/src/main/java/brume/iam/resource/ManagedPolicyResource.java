package brume.iam.resource;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Arn;
import brume.json.Json;
import brume.model.iam.CreatePolicyRequest;
import brume.model.iam.CreatePolicyVersionRequest;
import brume.model.iam.DeletePolicyRequest;
import brume.model.iam.DeletePolicyVersionRequest;
import brume.model.iam.GetPolicyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListPolicyVersionsRequest;
import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.UnfinishedException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// `AWS::IAM::ManagedPolicy`. `Ref` gives the ARN, `GetAtt` knows `PolicyArn`, `PolicyId`,
/// `CreateDate` and `IsAttachable`. An update makes a version of the policy; the oldest that is not
/// in force makes room for it.
public final class ManagedPolicyResource implements ResourceType {
  private static final int MAX_NAME = 128;
  private static final int MAX_VERSIONS = 5;

  @Override
  public String name() {
    return "AWS::IAM::ManagedPolicy";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "ManagedPolicyName", "Path", "Description", "PolicyDocument", "Users", "Groups", "Roles");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("ManagedPolicyName", "Path", "Description");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        "ManagedPolicyName",
        NO_SUCH_ENTITY_EXCEPTION,
        name -> policy(call, arn(call, request, name)));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var name = Properties.name(request, "ManagedPolicyName", MAX_NAME);
    var path = Properties.text(properties, "Path");
    var input =
        CreatePolicyRequest.builder()
            .policyName(name)
            .path(path)
            .description(Properties.text(properties, "Description"))
            .policyDocument(Properties.document(properties, "PolicyDocument"))
            .build();
    var arn = arn(call, request, name);
    var policy =
        Tolerant.create(
            request.isOwn("ManagedPolicyName"),
            () -> Objects.requireNonNull(call.invoke(IamModel.CREATE_POLICY, input).policy()),
            () -> policy(call, arn));
    return UnfinishedException.guard(
        resource(policy),
        () -> {
          attach(call, arn, Json.Obj.EMPTY, properties);
          return resource(policy);
        });
  }

  private static String arn(Call call, Request request, String name) {
    var path = Properties.text(request.properties(), "Path");
    return Arn.global("iam", call.scope().account(), "policy" + (path == null ? "/" : path) + name)
        .toString();
  }

  private static Policy policy(Call call, String arn) {
    return Objects.requireNonNull(
        call.invoke(IamModel.GET_POLICY, new GetPolicyRequest(arn)).policy());
  }

  private static Resource resource(Policy policy) {
    var arn = Objects.requireNonNull(policy.arn());
    return Resource.of(arn)
        .with("PolicyArn", arn)
        .with("PolicyId", Objects.requireNonNull(policy.policyId()))
        .with("CreateDate", Objects.requireNonNull(policy.createDate()).toString())
        .with("IsAttachable", "true");
  }

  private static void attach(Call call, String arn, Json.Obj before, Json.Obj wanted) {
    for (var kind : Holder.values()) {
      var holders = Properties.texts(wanted, kind.property());
      for (var holder : Properties.texts(before, kind.property())) {
        if (!holders.contains(holder)) {
          kind.detach(call, holder, arn);
        }
      }
      for (var holder : holders) {
        kind.attach(call, holder, arn);
      }
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var arn = current.physicalId();
    var wanted = request.properties();
    if (!Objects.equals(before.get("PolicyDocument"), wanted.get("PolicyDocument"))) {
      var old = oldVersions(call, arn);
      if (old.size() >= MAX_VERSIONS - 1) {
        deleteVersion(call, arn, old.getLast());
      }
      call.invoke(
          IamModel.CREATE_POLICY_VERSION,
          new CreatePolicyVersionRequest(arn, Properties.document(wanted, "PolicyDocument"), true));
    }
    attach(call, arn, before, wanted);
    return current;
  }

  /// Those that are not in force, the newest first.
  private static List<PolicyVersion> oldVersions(Call call, String arn) {
    var request = ListPolicyVersionsRequest.builder().policyArn(arn).build();
    var versions = call.invoke(IamModel.LIST_POLICY_VERSIONS, request).versions();
    return Objects.requireNonNull(versions).stream()
        .filter(version -> !Boolean.TRUE.equals(version.isDefaultVersion()))
        .toList();
  }

  private static void deleteVersion(Call call, String arn, PolicyVersion version) {
    call.invoke(
        IamModel.DELETE_POLICY_VERSION,
        new DeletePolicyVersionRequest(arn, Objects.requireNonNull(version.versionId())));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var arn = current.physicalId();
    attach(call, arn, properties, Json.Obj.EMPTY);
    Tolerant.remove(
        () -> {
          oldVersions(call, arn).forEach(version -> deleteVersion(call, arn, version));
          call.invoke(IamModel.DELETE_POLICY, new DeletePolicyRequest(arn));
        });
  }
}
