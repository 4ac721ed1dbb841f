package brume.s3.operation;

import brume.model.s3.HeadObjectOutput;
import brume.model.s3.HeadObjectRequest;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.Conditions;
import brume.s3.request.BucketAccess;
import brume.s3.request.ReadReply;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what GetObject would say of an object, without its bytes.
public final class HeadObject implements Operation<HeadObjectRequest, HeadObjectOutput> {
  private final Reading reading;
  private final BucketAccess access;

  public HeadObject(Reading reading, BucketAccess access) {
    this.reading = reading;
    this.access = access;
  }

  @Override
  public Access access(Call call, HeadObjectRequest input) {
    return access.toVersion(call, "GetObject", input.bucket(), input.key(), input.versionId());
  }

  @Override
  public HeadObjectOutput run(Call call, HeadObjectRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    var _ = CustomerKey.of(input, found.version());
    Conditions.ofRead(input).checkRead(found.version());
    return ReadReply.of(found, reading.select(found, input.range(), input.partNumber()), input);
  }
}
