package brume.s3.operation;

import brume.model.s3.PutObjectAclOutput;
import brume.model.s3.PutObjectAclRequest;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.s3.request.BucketAcl;
import brume.s3.request.CannedAcl;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes the access control list that holds anyway, and no other.
public final class PutObjectAcl implements Operation<PutObjectAclRequest, PutObjectAclOutput> {
  private final Reading reading;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutObjectAcl(Reading reading, Configurations configurations, BucketAccess access) {
    this.reading = reading;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectAclRequest input) {
    var needs = access.toVersion(call, name(), input.bucket(), input.key(), input.versionId());
    return input.acl() == null ? needs : needs.where("s3:x-amz-acl", input.acl());
  }

  @Override
  public PutObjectAclOutput run(Call call, PutObjectAclRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    CannedAcl.check(input, configurations, found.bucket());
    BucketAcl.check(found.bucket(), input.accessControlPolicy());
    return new PutObjectAclOutput(null);
  }
}
