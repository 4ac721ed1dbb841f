package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on instance profiles.
public final class ProfileOperations {
  private ProfileOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new AddRoleToInstanceProfile(directory),
      new CreateInstanceProfile(directory),
      new DeleteInstanceProfile(directory),
      new GetInstanceProfile(directory),
      new ListInstanceProfileTags(directory),
      new ListInstanceProfiles(directory),
      new ListInstanceProfilesForRole(directory),
      new RemoveRoleFromInstanceProfile(directory),
      new TagInstanceProfile(directory),
      new UntagInstanceProfile(directory)
    };
  }
}
