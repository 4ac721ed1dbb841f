package brume.iam.request;

import brume.iam.data.Directory;
import brume.iam.data.Entities;
import brume.iam.data.ManagedPolicies;
import brume.iam.data.OpenIdProviders;
import brume.iam.entity.EntityKind;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What callers of IAM must be allowed.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS
/// Identity and Access Management (IAM)".
public final class Needs {
  public static final String ROOT_PATH = "/";

  private Needs() {}

  /// On one user, group, role or instance profile: on its ARN as it is, or as it would be.
  public static <T extends Structure> Access on(
      Call call, String action, Entities<T> entities, String name) {
    var found = entities.find(call.scope(), name);
    if (found.isEmpty()) {
      return onNew(call, action, entities.kind(), ROOT_PATH, name, null);
    }
    var type = entities.type();
    var access = Access.to("iam:" + action, type.of(found.get()).arn());
    return owned(access, type.tagsOf(found.get()));
  }

  public static Access onNew(
      Call call,
      String action,
      EntityKind kind,
      @Nullable String path,
      String name,
      @Nullable List<Tag> tags) {
    var arn = kind.arn(call.scope().account(), path == null ? ROOT_PATH : path, name);
    return tagged(Access.to("iam:" + action, arn), tags);
  }

  /// On all of a kind under a path.
  public static Access onAll(
      Call call, String action, EntityKind kind, @Nullable String pathPrefix) {
    var path = pathPrefix == null ? ROOT_PATH : pathPrefix;
    return Access.to("iam:" + action, kind.arn(call.scope().account(), path, ""));
  }

  /// On a managed policy, whose ARN the request has.
  public static Access onPolicy(Call call, String action, ManagedPolicies policies, String arn) {
    var access = Access.to("iam:" + action, arn);
    var own = policies.own();
    return own.find(call.scope(), Entities.nameOf(arn))
        .filter(policy -> arn.equals(policy.arn()))
        .map(policy -> owned(access, own.type().tagsOf(policy)))
        .orElse(access);
  }

  /// On an OpenID Connect provider, whose ARN the request has.
  public static Access onProvider(Call call, String action, Directory directory, String arn) {
    var found = directory.openIdProviders().find(call.scope(), arn);
    var access = Access.to("iam:" + action, arn);
    return found == null ? access : owned(access, OpenIdProviders.tagsOf(found));
  }

  /// With the tags that the resource has.
  public static Access owned(Access access, List<Tag> tags) {
    var richer = access;
    for (var tag : tags) {
      richer =
          richer
              .where("iam:ResourceTag/" + tag.key(), tag.value())
              .where("aws:ResourceTag/" + tag.key(), tag.value());
    }
    return richer;
  }

  /// Attaching a policy to an entity, or detaching it.
  public static <T extends Structure> Access attaching(
      Call call, String action, Entities<T> entities, String name, String policyArn) {
    return on(call, action, entities, name).where("iam:PolicyARN", policyArn);
  }

  public static Access bounded(Access access, @Nullable String boundary) {
    return boundary == null ? access : access.where("iam:PermissionsBoundary", boundary);
  }

  /// With the tags that the request gives.
  public static Access tagged(Access access, @Nullable List<Tag> tags) {
    if (tags == null || tags.isEmpty()) {
      return access;
    }
    var richer = untagging(access, tags.stream().map(Tag::key).toList());
    for (var tag : tags) {
      richer = richer.where("aws:RequestTag/" + tag.key(), tag.value());
    }
    return richer;
  }

  public static Access untagging(Access access, List<String> keys) {
    return access.where("aws:TagKeys", keys.toArray(String[]::new));
  }
}
