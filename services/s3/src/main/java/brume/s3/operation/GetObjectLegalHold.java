package brume.s3.operation;

import static brume.model.s3.S3Error.NO_SUCH_OBJECT_LOCK_CONFIGURATION;

import brume.model.s3.GetObjectLegalHoldOutput;
import brume.model.s3.GetObjectLegalHoldRequest;
import brume.model.s3.ObjectLockLegalHold;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers whether a version is held.
public final class GetObjectLegalHold
    implements Operation<GetObjectLegalHoldRequest, GetObjectLegalHoldOutput> {
  private final Reading reading;
  private final BucketAccess access;

  public GetObjectLegalHold(Reading reading, BucketAccess access) {
    this.reading = reading;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectLegalHoldRequest input) {
    return access.toObject(call, name(), input.bucket(), input.key());
  }

  @Override
  public GetObjectLegalHoldOutput run(Call call, GetObjectLegalHoldRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    var status = found.version().head().objectLockLegalHoldStatus();
    if (status == null) {
      throw NO_SUCH_OBJECT_LOCK_CONFIGURATION.because(
          "The specified object does not have a ObjectLock configuration",
          Detail.of("Key", input.key()));
    }
    return new GetObjectLegalHoldOutput(new ObjectLockLegalHold(status));
  }
}
