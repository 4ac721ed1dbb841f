package brume.s3.operation;

import brume.model.s3.GetObjectAclOutput;
import brume.model.s3.GetObjectAclRequest;
import brume.s3.bucket.CanonicalUser;
import brume.s3.request.BucketAccess;
import brume.s3.request.BucketAcl;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers who owns an object: the owner of its bucket.
public final class GetObjectAcl implements Operation<GetObjectAclRequest, GetObjectAclOutput> {
  private final Reading reading;
  private final BucketAccess access;

  public GetObjectAcl(Reading reading, BucketAccess access) {
    this.reading = reading;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectAclRequest input) {
    return access.toVersion(call, "GetObjectAcl", input.bucket(), input.key(), input.versionId());
  }

  @Override
  public GetObjectAclOutput run(Call call, GetObjectAclRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    return GetObjectAclOutput.builder()
        .owner(CanonicalUser.owner(found.bucket().owner()))
        .grants(BucketAcl.grants(found.bucket()))
        .build();
  }
}
