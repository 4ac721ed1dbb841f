package brume.iam.resource;

import brume.json.Json;
import brume.model.iam.AttachGroupPolicyRequest;
import brume.model.iam.AttachRolePolicyRequest;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.DeleteGroupPolicyRequest;
import brume.model.iam.DeleteRolePermissionsBoundaryRequest;
import brume.model.iam.DeleteRolePolicyRequest;
import brume.model.iam.DeleteUserPermissionsBoundaryRequest;
import brume.model.iam.DeleteUserPolicyRequest;
import brume.model.iam.DetachGroupPolicyRequest;
import brume.model.iam.DetachRolePolicyRequest;
import brume.model.iam.DetachUserPolicyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.PutGroupPolicyRequest;
import brume.model.iam.PutRolePermissionsBoundaryRequest;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.PutUserPermissionsBoundaryRequest;
import brume.model.iam.PutUserPolicyRequest;
import brume.service.Call;
import java.util.HashSet;

/// Those who hold policies, and the calls by which they get and lose them.
enum Holder {
  USER("Users"),
  GROUP("Groups"),
  ROLE("Roles");

  private static final String MANAGED = "ManagedPolicyArns";
  private static final String BOUNDARY = "PermissionsBoundary";

  private final String property;

  Holder(String property) {
    this.property = property;
  }

  /// The property of policies that lists them.
  String property() {
    return property;
  }

  void put(Call call, String holder, String policy, String document) {
    switch (this) {
      case USER ->
          call.invoke(IamModel.PUT_USER_POLICY, new PutUserPolicyRequest(document, policy, holder));
      case GROUP ->
          call.invoke(
              IamModel.PUT_GROUP_POLICY, new PutGroupPolicyRequest(holder, document, policy));
      case ROLE ->
          call.invoke(IamModel.PUT_ROLE_POLICY, new PutRolePolicyRequest(document, policy, holder));
    }
  }

  void delete(Call call, String holder, String policy) {
    Tolerant.remove(
        () -> {
          switch (this) {
            case USER ->
                call.invoke(
                    IamModel.DELETE_USER_POLICY, new DeleteUserPolicyRequest(policy, holder));
            case GROUP ->
                call.invoke(
                    IamModel.DELETE_GROUP_POLICY, new DeleteGroupPolicyRequest(holder, policy));
            case ROLE ->
                call.invoke(
                    IamModel.DELETE_ROLE_POLICY, new DeleteRolePolicyRequest(policy, holder));
          }
        });
  }

  void attach(Call call, String holder, String arn) {
    switch (this) {
      case USER ->
          call.invoke(IamModel.ATTACH_USER_POLICY, new AttachUserPolicyRequest(arn, holder));
      case GROUP ->
          call.invoke(IamModel.ATTACH_GROUP_POLICY, new AttachGroupPolicyRequest(holder, arn));
      case ROLE ->
          call.invoke(IamModel.ATTACH_ROLE_POLICY, new AttachRolePolicyRequest(arn, holder));
    }
  }

  void detach(Call call, String holder, String arn) {
    Tolerant.remove(
        () -> {
          switch (this) {
            case USER ->
                call.invoke(IamModel.DETACH_USER_POLICY, new DetachUserPolicyRequest(arn, holder));
            case GROUP ->
                call.invoke(
                    IamModel.DETACH_GROUP_POLICY, new DetachGroupPolicyRequest(holder, arn));
            case ROLE ->
                call.invoke(IamModel.DETACH_ROLE_POLICY, new DetachRolePolicyRequest(arn, holder));
          }
        });
  }

  /// Gives a holder the policies of its properties and takes those that only were among them
  /// before.
  void sync(Call call, String holder, Json.Obj before, Json.Obj wanted) {
    var inline = Properties.policies(wanted);
    for (var gone : Properties.policies(before).keySet()) {
      if (!inline.containsKey(gone)) {
        delete(call, holder, gone);
      }
    }
    inline.forEach((policy, document) -> put(call, holder, policy, document));
    var managed = new HashSet<>(Properties.texts(wanted, MANAGED));
    for (var gone : Properties.texts(before, MANAGED)) {
      if (!managed.contains(gone)) {
        detach(call, holder, gone);
      }
    }
    managed.forEach(arn -> attach(call, holder, arn));
  }

  /// Gives a user or role the permissions boundary of its properties, or takes the one that it had
  /// by them.
  void bound(Call call, String holder, Json.Obj before, Json.Obj wanted) {
    var boundary = Properties.text(wanted, BOUNDARY);
    if (boundary != null) {
      putBoundary(call, holder, boundary);
    } else if (before.has(BOUNDARY)) {
      deleteBoundary(call, holder);
    }
  }

  private void putBoundary(Call call, String holder, String boundary) {
    switch (this) {
      case USER ->
          call.invoke(
              IamModel.PUT_USER_PERMISSIONS_BOUNDARY,
              new PutUserPermissionsBoundaryRequest(boundary, holder));
      case ROLE ->
          call.invoke(
              IamModel.PUT_ROLE_PERMISSIONS_BOUNDARY,
              new PutRolePermissionsBoundaryRequest(boundary, holder));
      case GROUP -> throw new IllegalStateException("Groups have no boundaries");
    }
  }

  private void deleteBoundary(Call call, String holder) {
    switch (this) {
      case USER ->
          call.invoke(
              IamModel.DELETE_USER_PERMISSIONS_BOUNDARY,
              new DeleteUserPermissionsBoundaryRequest(holder));
      case ROLE ->
          call.invoke(
              IamModel.DELETE_ROLE_PERMISSIONS_BOUNDARY,
              new DeleteRolePermissionsBoundaryRequest(holder));
      case GROUP -> throw new IllegalStateException("Groups have no boundaries");
    }
  }

  void strip(Call call, String holder, Json.Obj properties) {
    sync(call, holder, properties, Json.Obj.EMPTY);
  }
}
