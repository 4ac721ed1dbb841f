package brume.iam.resource;

import static brume.model.iam.IamError.ENTITY_ALREADY_EXISTS_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.json.Json;
import brume.model.iam.AttachRolePolicyRequest;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.DeleteRolePolicyRequest;
import brume.model.iam.DeleteRoleRequest;
import brume.model.iam.DetachRolePolicyRequest;
import brume.model.iam.GetRoleRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListAttachedRolePoliciesRequest;
import brume.model.iam.ListRolePoliciesRequest;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.Role;
import brume.model.iam.Tag;
import brume.model.iam.TagRoleRequest;
import brume.model.iam.UpdateAssumeRolePolicyRequest;
import brume.model.iam.UpdateRoleRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.TemplateTags;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::IAM::Role`. `Ref` gives the name, `GetAtt` knows `Arn` and `RoleId`.
public final class RoleResource implements ResourceType {
  private static final int MAX_NAME = 64;

  @Override
  public String name() {
    return "AWS::IAM::Role";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "AssumeRolePolicyDocument",
        "Description",
        "ManagedPolicyArns",
        "MaxSessionDuration",
        "Path",
        "PermissionsBoundary",
        "Policies",
        "RoleName",
        "Tags");
  }

  /// The boundary is among them as long as its change is not carried out in place.
  @Override
  public Set<String> createOnly() {
    return Set.of("RoleName", "Path", "PermissionsBoundary");
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var given = text(properties, "RoleName");
    var name = given == null ? request.generatedName(MAX_NAME) : given;
    var role = created(call, input(request, name), given == null);
    attach(call, name, properties);
    return resource(role);
  }

  private static CreateRoleRequest input(Request request, String name) {
    var properties = request.properties();
    return CreateRoleRequest.builder()
        .roleName(name)
        .path(text(properties, "Path"))
        .description(text(properties, "Description"))
        .assumeRolePolicyDocument(document(properties.get("AssumeRolePolicyDocument")))
        .maxSessionDuration(duration(properties))
        .permissionsBoundary(text(properties, "PermissionsBoundary"))
        .tags(tags(request))
        .build();
  }

  /// A step that is run again after a crash finds the role that it made.
  private static Role created(Call call, CreateRoleRequest input, boolean isOwnName) {
    try {
      return call.invoke(IamModel.CREATE_ROLE, input).role();
    } catch (ServiceException e) {
      if (e.error() != ENTITY_ALREADY_EXISTS_EXCEPTION || !isOwnName) {
        throw e;
      }
      return call.invoke(IamModel.GET_ROLE, new GetRoleRequest(input.roleName())).role();
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var properties = request.properties();
    var trust = document(properties.get("AssumeRolePolicyDocument"));
    call.invoke(IamModel.UPDATE_ASSUME_ROLE_POLICY, new UpdateAssumeRolePolicyRequest(trust, name));
    call.invoke(
        IamModel.UPDATE_ROLE,
        UpdateRoleRequest.builder()
            .roleName(name)
            .description(text(properties, "Description"))
            .maxSessionDuration(duration(properties))
            .build());
    detach(call, name, inline(properties).keySet(), arns(properties));
    attach(call, name, properties);
    var tags = tags(request);
    if (!tags.isEmpty()) {
      call.invoke(IamModel.TAG_ROLE, new TagRoleRequest(name, tags));
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      detach(call, current.physicalId(), Set.of(), List.of());
      call.invoke(IamModel.DELETE_ROLE, new DeleteRoleRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != NO_SUCH_ENTITY_EXCEPTION) {
        throw e;
      }
    }
  }

  private static void attach(Call call, String role, Json.Obj properties) {
    inline(properties)
        .forEach(
            (policy, document) ->
                call.invoke(
                    IamModel.PUT_ROLE_POLICY, new PutRolePolicyRequest(document, policy, role)));
    for (var arn : arns(properties)) {
      call.invoke(IamModel.ATTACH_ROLE_POLICY, new AttachRolePolicyRequest(arn, role));
    }
  }

  /// Takes from the role whatever policies it has beside those to be kept.
  private static void detach(Call call, String role, Set<String> keptNames, List<String> keptArns) {
    var inline =
        call.invoke(
            IamModel.LIST_ROLE_POLICIES, ListRolePoliciesRequest.builder().roleName(role).build());
    for (var policy : inline.policyNames()) {
      if (!keptNames.contains(policy)) {
        call.invoke(IamModel.DELETE_ROLE_POLICY, new DeleteRolePolicyRequest(policy, role));
      }
    }
    var attached =
        call.invoke(
                IamModel.LIST_ATTACHED_ROLE_POLICIES,
                ListAttachedRolePoliciesRequest.builder().roleName(role).build())
            .attachedPolicies();
    for (var policy : attached == null ? List.<brume.model.iam.AttachedPolicy>of() : attached) {
      var arn = policy.policyArn();
      if (arn != null && !keptArns.contains(arn)) {
        call.invoke(IamModel.DETACH_ROLE_POLICY, new DetachRolePolicyRequest(arn, role));
      }
    }
  }

  private static Map<String, String> inline(Json.Obj properties) {
    var policies = new LinkedHashMap<String, String>();
    var given = properties.get("Policies");
    for (var policy : given == null ? List.<Json>of() : given.list()) {
      if (!(policy instanceof Json.Obj fields) || text(fields, "PolicyName") == null) {
        throw CommonError.VALIDATION.because("Not of the right type: property Policies");
      }
      policies.put(
          String.valueOf(text(fields, "PolicyName")), document(fields.get("PolicyDocument")));
    }
    return policies;
  }

  private static List<String> arns(Json.Obj properties) {
    var given = properties.get("ManagedPolicyArns");
    return given == null ? List.of() : given.texts();
  }

  private static String document(@Nullable Json value) {
    return switch (value) {
      case Json.Str(String text) -> text;
      case Json.Obj object -> object.print();
      case null, default ->
          throw CommonError.VALIDATION.because("A policy document must be an object");
    };
  }

  private static @Nullable Integer duration(Json.Obj properties) {
    var text = text(properties, "MaxSessionDuration");
    return text == null ? null : Integer.valueOf(text);
  }

  private static @Nullable String text(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? null : value.text();
  }

  private static List<Tag> tags(Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }

  private static Resource resource(Role role) {
    return Resource.of(role.roleName()).with("Arn", role.arn()).with("RoleId", role.roleId());
  }
}
