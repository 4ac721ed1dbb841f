package brume.iam.entity;

import static brume.model.iam.IamError.ENTITY_ALREADY_EXISTS_EXCEPTION;
import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Arn;
import brume.base.Ids;
import brume.shape.ServiceException;

/// The kinds of things that an account's IAM holds by name.
///
/// Source: IAM User Guide, "IAM identifiers" (prefixes of unique ids) and "IAM and AWS STS quotas".
public enum EntityKind {
  USER("user", "AIDA", 5000, "UsersPerAccount"),
  GROUP("group", "AGPA", 300, "GroupsPerAccount"),
  ROLE("role", "AROA", 1000, "RolesPerAccount"),
  INSTANCE_PROFILE("instance-profile", "AIPA", 1000, "InstanceProfilesPerAccount"),
  POLICY("policy", "ANPA", 1500, "PoliciesPerAccount");

  private static final int RANDOM_CHARS = 17;

  private final String noun;
  private final String idPrefix;
  private final int quota;
  private final String quotaName;

  EntityKind(String noun, String idPrefix, int quota, String quotaName) {
    this.noun = noun;
    this.idPrefix = idPrefix;
    this.quota = quota;
    this.quotaName = quotaName;
  }

  /// The type in an ARN, such as `instance-profile`.
  public String noun() {
    return noun;
  }

  /// How many of them an account may have.
  public int quota() {
    return quota;
  }

  /// A fresh unique id, such as `AIDA` and 17 letters and digits.
  public String newId(Ids ids) {
    return idPrefix + ids.capitals(RANDOM_CHARS);
  }

  /// @param path begins and ends with `/`
  public Arn arn(String account, String path, String name) {
    return Arn.global("iam", account, noun + path + name);
  }

  public ServiceException notFound(String name) {
    return NO_SUCH_ENTITY_EXCEPTION.because(
        switch (this) {
          case USER, GROUP, ROLE -> "The " + noun + " with name " + name + " cannot be found.";
          case INSTANCE_PROFILE -> "Instance Profile " + name + " cannot be found.";
          case POLICY -> "Policy " + name + " was not found.";
        });
  }

  public ServiceException alreadyExists(String name) {
    return ENTITY_ALREADY_EXISTS_EXCEPTION.because(
        switch (this) {
          case USER -> "User with name " + name + " already exists.";
          case GROUP -> "Group with name " + name + " already exists.";
          case ROLE -> "Role with name " + name + " already exists.";
          case INSTANCE_PROFILE -> "Instance Profile " + name + " already exists.";
          case POLICY ->
              "A policy called " + name + " already exists. Duplicate names are not allowed.";
        });
  }

  public ServiceException tooMany() {
    return quotaExceeded(quotaName, quota);
  }

  /// The refusal of one more of something than its quota.
  public static ServiceException quotaExceeded(String name, int quota) {
    return LIMIT_EXCEEDED_EXCEPTION.because("Cannot exceed quota for " + name + ": " + quota);
  }
}
