package brume.s3.operation;

import static brume.model.s3.S3Error.NO_SUCH_OBJECT_LOCK_CONFIGURATION;

import brume.model.s3.GetObjectRetentionOutput;
import brume.model.s3.GetObjectRetentionRequest;
import brume.model.s3.ObjectLockRetention;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers until when a version is locked.
public final class GetObjectRetention
    implements Operation<GetObjectRetentionRequest, GetObjectRetentionOutput> {
  private final Reading reading;
  private final BucketAccess access;

  public GetObjectRetention(Reading reading, BucketAccess access) {
    this.reading = reading;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectRetentionRequest input) {
    return access.toObject(call, name(), input.bucket(), input.key());
  }

  @Override
  public GetObjectRetentionOutput run(Call call, GetObjectRetentionRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    var head = found.version().head();
    if (head.objectLockMode() == null) {
      throw NO_SUCH_OBJECT_LOCK_CONFIGURATION.because(
          "The specified object does not have a ObjectLock configuration",
          Detail.of("Key", input.key()));
    }
    return new GetObjectRetentionOutput(
        new ObjectLockRetention(head.objectLockMode(), head.objectLockRetainUntilDate()));
  }
}
